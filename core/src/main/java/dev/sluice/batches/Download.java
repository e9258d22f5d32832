package dev.sluice.batches;

/** What came of the wish to have a file that was sent. */
public enum Download {
    /** Its bytes, with its digest, are written. */
    WRITTEN,
    /** No file of this number was sent. */
    UNKNOWN,
    /** No copy is kept, and it cannot be made as it was: leads, or the format, are no longer what they were. Nothing is written. */
    GONE
}
