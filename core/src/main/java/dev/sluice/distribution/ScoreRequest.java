package dev.sluice.distribution;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Deadline;
import dev.sluice.types.At;
import dev.sluice.types.Scope;

/**
 * A question about how well a buyer suits a lead.
 *
 * @param flow the flow's id
 * @param step the distribution's id
 * @param leadId the lead's id
 * @param candidate the recipient, with the weight, tier and score that the flow gives it
 * @param data the lead as it is before the distribution
 * @param at the moment of the distribution, and the flow's zone
 * @param deadline until when an answer counts
 * @param test whether the lead is only a trial
 */
public record ScoreRequest(
        String flow,
        String step,
        String leadId,
        Candidate candidate,
        Scope data,
        At at,
        Deadline deadline,
        boolean test) {
    public ScoreRequest {
        requireNonNull(flow, "flow");
        requireNonNull(step, "step");
        requireNonNull(leadId, "leadId");
        requireNonNull(candidate, "candidate");
        requireNonNull(data, "data");
        requireNonNull(at, "at");
        requireNonNull(deadline, "deadline");
    }
}
