package dev.sluice.batch;

/** How a qualifier inside a value is written. */
public enum Escape {
    /** Twice, as RFC 4180 says. */
    DOUBLED,
    /** After a backslash, and so are backslashes; where values have no qualifier, delimiters and line breaks too. */
    BACKSLASH
}
