package dev.sluice.rules;

/** How bad a {@link Finding} is. */
public enum Severity {
    /** The definition cannot be used. */
    ERROR,
    /** It can be used, but hardly does what its author meant. */
    WARNING,
    /** Worth knowing. */
    INFO
}
