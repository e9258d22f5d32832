package dev.sluice.batches;

/** With which settings a file is sent again. */
public enum Settings {
    /** Those of the time when it was sent: the same columns, name and place. */
    AS_SENT,
    /** Those of the batch as it is defined now. */
    AS_DEFINED
}
