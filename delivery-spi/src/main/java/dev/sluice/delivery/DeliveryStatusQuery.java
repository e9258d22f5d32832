package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.At;
import dev.sluice.types.Obj;

/**
 * Which delivery a recipient is asked about, of which nobody knows whether it arrived.
 *
 * @param key the key that it was sent under
 * @param leadId the lead
 * @param recipient the id of the step or of the buyer in a distribution
 * @param config the plugin's settings from the flow definition; empty when there are none
 * @param at now
 * @param deadline until when an answer is of use
 */
public record DeliveryStatusQuery(String key, String leadId, String recipient, Obj config, At at, Deadline deadline) {
    public DeliveryStatusQuery {
        requireNonNull(key, "key");
        requireNonNull(leadId, "leadId");
        requireNonNull(recipient, "recipient");
        requireNonNull(config, "config");
        requireNonNull(at, "at");
        requireNonNull(deadline, "deadline");
    }
}
