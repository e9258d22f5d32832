package dev.sluice.types;

/** What is shown of a private value where it may not be shown whole, from most to least; declared on the field. */
public enum MaskStyle {
    /** Enough to recognise it, as its type sees fit: {@code j***@example.com}. The default. */
    PARTIAL,
    /** The last four characters of a value of eight or more, and no part of a shorter one: {@code ****4567}. */
    LAST_FOUR,
    /** As many stars as for any other value. */
    FULL,
    /** Nothing, as if no value were there. */
    REMOVE
}
