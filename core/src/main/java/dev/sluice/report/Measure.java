package dev.sluice.report;

/** What is counted of a group, and from what metrics are made. */
enum Measure {
    LEADS,
    SUBMITTED,
    ACCEPTED,
    REJECTED,
    DUPLICATES,
    COMPLETED,
    ENHANCEMENTS,
    ENHANCED,
    CACHE_HITS,
    /** Deliveries that ended, each chain of retries once, by its last outcome. */
    ENDED,
    SUCCEEDED,
    FAILED,
    ERRED,
    UNKNOWN,
    /** Of those that ended, the ones that took more than one try. */
    RETRIED,
    /** Tries with a technical fault, each by itself. */
    ERRORS,
    /** Recipients that were passed over without being asked: at their cap, or too little a sale. */
    PASSED_OVER,
    /** Lead and recipient, each pair once. */
    DELIVERED,
    DELIVERED_LEADS,
    CAPS_REACHED,
    CONVERSIONS,
    CONVERSION_VALUES,
    RETURNS,
    RETURNS_SENT,
    CONTACTED,
    FEEDBACK,
    PINGS,
    BIDS,
    GIVEN_EMAILS,
    VALID_EMAILS,
    GIVEN_PHONES,
    VALID_PHONES,
    GIVEN_FIELDS,
    VALID_FIELDS;

    /** What is added up in money. */
    enum Amount {
        PURCHASES,
        ENHANCEMENTS,
        COST_CREDITED,
        SALES,
        REVENUE_CREDITED,
        REVENUE_UNSETTLED,
        FEEDBACK_VALUE
    }

    /** What is timed. */
    enum Span {
        /** The tries of deliveries that were answered. */
        RESPONSE,
        ENHANCEMENT,
        /** From one event of a lead to the next. */
        ELAPSED,
        /** From submission to completion. */
        TOTAL
    }
}
