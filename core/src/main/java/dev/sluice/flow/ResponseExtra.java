package dev.sluice.flow;

/** A member of an answer that is there only when the response asks for it. */
public enum ResponseExtra {
    /** {@code accepted}: whether the lead was taken. */
    ACCEPTED,
    /** {@code field_errors}: code and text for each field that is invalid, or missing and required. */
    FIELD_ERRORS,
    /** {@code deliveries}: recipient, outcome, reason and price of each delivery. */
    DELIVERIES,
    /** {@code warnings}: names that no field takes, and mappings that failed. */
    WARNINGS,
    /** {@code duration_ms}: from the submission to its last event. */
    DURATION,
    /** {@code timestamp}: when the lead was submitted. */
    TIMESTAMP
}
