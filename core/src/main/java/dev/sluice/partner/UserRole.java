package dev.sluice.partner;

/** What somebody may do for the own account. */
public enum UserRole {
    /** Everything, connections and erasure included. */
    OWNER,
    /** Changes flows and caps, and submits leads. */
    EDITOR,
    /** Looks at leads, events and definitions. */
    READER,
    /** What a reader may, and takes events out. */
    EXPORTER
}
