package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/**
 * What an enricher is asked.
 *
 * @param input the mapped values: only what the step's mappings name
 * @param config the enricher's settings from the flow definition; empty when there are none
 * @param leadId the lead, for logs and caches
 * @param at the moment of this stage
 * @param deadline until when an answer is of use
 * @param test a test lead: use a sandbox where there is one
 */
public record EnrichmentRequest(Obj input, Obj config, String leadId, At at, Deadline deadline, boolean test) {
    public EnrichmentRequest {
        requireNonNull(input, "input");
        requireNonNull(config, "config");
        requireNonNull(leadId, "leadId");
        requireNonNull(at, "at");
        requireNonNull(deadline, "deadline");
    }

    /** The mapped value {@code name}, or missing. */
    public Value get(String name) {
        return input.get(name);
    }
}
