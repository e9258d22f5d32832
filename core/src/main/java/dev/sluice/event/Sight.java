package dev.sluice.event;

/** How much of a personal value somebody sees. Secret values are never more than masked. */
public enum Sight {
    /** The value. */
    CLEAR,
    /** What the field's or the type's mask leaves of it. */
    MASKED,
    /** Nothing, as if no value were there. */
    HIDDEN
}
