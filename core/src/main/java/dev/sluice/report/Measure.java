package dev.sluice.report;

/** What is counted of a group, and from what metrics are made. */
enum Measure {
    LEADS(Needs.EVERYTHING),
    SUBMITTED(Needs.EVENTS),
    ACCEPTED(Needs.EVENTS),
    REJECTED(Needs.EVENTS),
    DUPLICATES(Needs.REJECTIONS),
    COMPLETED(Needs.EVENTS),
    ENHANCEMENTS(Needs.EVENTS),
    ENHANCED(Needs.EVENTS),
    CACHE_HITS(Needs.ENHANCEMENTS),
    /** Deliveries that ended, each chain of retries once, by its last outcome. */
    ENDED(Needs.LEADS),
    SUCCEEDED(Needs.LEADS),
    FAILED(Needs.LEADS),
    ERRED(Needs.LEADS),
    UNKNOWN(Needs.LEADS),
    /** Of those that ended, the ones that took more than one try. */
    RETRIED(Needs.LEADS),
    /** Tries with a technical fault, each by itself. */
    ERRORS(Needs.EVENTS),
    /** Recipients that were passed over without being asked: at their cap, or too little a sale. */
    PASSED_OVER(Needs.EVENTS),
    /** Lead and recipient, each pair once. */
    DELIVERED(Needs.LEADS),
    DELIVERED_LEADS(Needs.LEADS),
    CAPS_REACHED(Needs.EVENTS),
    CONVERSIONS(Needs.LEADS),
    CONVERSION_VALUES(Needs.LEADS),
    RETURNS(Needs.LEADS),
    RETURNS_SENT(Needs.LEADS),
    CONTACTED(Needs.LEADS),
    FEEDBACK(Needs.EVENTS),
    PINGS(Needs.EVENTS),
    BIDS(Needs.EVENTS),
    GIVEN_EMAILS(Needs.SNAPSHOTS),
    VALID_EMAILS(Needs.SNAPSHOTS),
    GIVEN_PHONES(Needs.SNAPSHOTS),
    VALID_PHONES(Needs.SNAPSHOTS),
    GIVEN_FIELDS(Needs.SNAPSHOTS),
    VALID_FIELDS(Needs.SNAPSHOTS);

    private final Needs needs;

    Measure(Needs needs) {
        this.needs = needs;
    }

    /** What of the events it takes to count this. */
    Needs needs() {
        return needs;
    }

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
        RESPONSE(Needs.EVENTS),
        ENHANCEMENT(Needs.EVENTS),
        /** From one event of a lead to the next. */
        ELAPSED(Needs.EVERYTHING),
        /** From submission to completion. */
        TOTAL(Needs.LEADS);

        private final Needs needs;

        Span(Needs needs) {
            this.needs = needs;
        }

        /** What of the events it takes to time this. */
        Needs needs() {
            return needs;
        }
    }
}
