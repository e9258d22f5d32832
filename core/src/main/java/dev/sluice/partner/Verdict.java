package dev.sluice.partner;

/** Whether somebody may do something. In the order of kindness. */
public enum Verdict {
    ALLOW,
    /** He may know of it, and not do this. */
    FORBIDDEN,
    /** For him it does not exist; the answer is the same as for what exists nowhere. */
    NOT_FOUND
}
