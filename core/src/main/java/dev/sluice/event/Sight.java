package dev.sluice.event;

/** How much of a personal value somebody sees. Secret values are never more than masked. */
public enum Sight {
    /** The value. */
    CLEAR,
    /** What the field's or the type's mask leaves of it. */
    MASKED,
    /** A keyed hash, the same for equal values wherever they stand; see {@link Pseudonyms#hash}. */
    HASHED,
    /** A keyed token, the same for equal values in one place; see {@link Pseudonyms#token}. */
    TOKENISED,
    /** Nothing, as if no value were there. */
    HIDDEN;

    boolean isPseudonym() {
        return this == HASHED || this == TOKENISED;
    }
}
