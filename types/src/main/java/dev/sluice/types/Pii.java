package dev.sluice.types;

/**
 * How private a field is; declared once on the field and obeyed by pings, logs, traces, exports and erasure.
 * Free text and names that nothing declares are {@link #PERSONAL}.
 */
public enum Pii {
    /** May be shown anywhere. */
    NONE,
    /** About a person: masked in traces and views, sealed in the log, erased on request. */
    PERSONAL,
    /** Never in the log in clear; available only while the lead is processed. */
    SECRET
}
