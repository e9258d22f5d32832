package dev.sluice.partner;

/** What an account may do with the leads that partners send it. */
public enum Plan {
    /** Receives leads, and nothing else. */
    FREE,
    /** Filters and rejects leads, and chooses the flow that gets them. */
    PAID
}
