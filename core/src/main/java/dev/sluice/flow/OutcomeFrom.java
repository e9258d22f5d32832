package dev.sluice.flow;

/** What decides the outcome of a lead that reaches the end of the steps without a stop. */
public enum OutcomeFrom {
    /** Reaching the end is a success, whatever recipients said. */
    END_OF_FLOW,
    /** A success if at least one recipient took the lead. */
    ANY_DELIVERY,
    /** A success if every recipient that was asked took the lead, and at least one was. */
    ALL_DELIVERIES
}
