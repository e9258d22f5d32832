package dev.sluice.pricing;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Deadline;
import dev.sluice.types.At;
import dev.sluice.types.Scope;

/**
 * A question about the price of a lead.
 *
 * @param flow the flow's id
 * @param source the source's id
 * @param leadId the lead's id
 * @param data the lead as it is before the price gate
 * @param at the moment of the gates, and the flow's zone
 * @param deadline until when an answer counts
 * @param test whether the lead is only a trial
 */
public record PriceRequest(
        String flow, String source, String leadId, Scope data, At at, Deadline deadline, boolean test) {
    public PriceRequest {
        requireNonNull(flow, "flow");
        requireNonNull(source, "source");
        requireNonNull(leadId, "leadId");
        requireNonNull(data, "data");
        requireNonNull(at, "at");
        requireNonNull(deadline, "deadline");
    }
}
