package dev.sluice;

import dev.sluice.delivery.DeliveryResult;
import java.time.Duration;
import java.util.Map;

/**
 * What is done about deliveries after their lead has come to its end: unknown ones are settled, others are made anew. All that
 * was done is durable on return. Safe on any thread; of several that settle one delivery, one does. What a process was sending
 * when it ended, recovery sends again under the same key, or leaves unknown where its recipient asks for that; until then it is
 * too early for anything else.
 */
public interface Deliveries {
    /** How old a lead may be that is offered to others once its delivery is known to have failed. */
    Duration USUAL_AGE = Duration.ofHours(1);

    /** As {@link #settle(String, String, DeliveryResult, String, Duration)} with {@link #USUAL_AGE}. */
    default Settled settle(String leadId, String recipient, DeliveryResult answer, String by) {
        return settle(leadId, recipient, answer, by, USUAL_AGE);
    }

    /**
     * Says what became of a delivery that is unknown, once: a success takes its places under caps and earns its price, a
     * failure gives them back. Then a lead that nobody got because of it, and that is not too old, is offered to the buyers
     * that stood behind; not where they had bid for it, for bids do not last.
     *
     * @param answer a success, with price and reference where they are known, or a failure
     * @param by who says so: a person, a feedback, a status query; for the event
     * @param youngerThan how old the lead may be to be offered to others
     * @throws IllegalArgumentException if {@code answer} is neither, or {@code by} is blank
     * @throws dev.sluice.store.StoreUnavailableException when the store cannot be read or written
     */
    Settled settle(String leadId, String recipient, DeliveryResult answer, String by, Duration youngerThan);

    /**
     * Asks the recipient what became of a delivery that is unknown, and settles it when it says; see
     * {@link dev.sluice.delivery.DeliveryPlugin#status}.
     */
    Settled query(String leadId, String recipient);

    /**
     * Delivers a lead anew, under a new key, to a recipient that has not taken it. Nothing is sent that is unknown, that the
     * recipient has, or that was sold to somebody else at the same distribution; nor while values are missing that were kept
     * only until the lead's end.
     *
     * @param given values that are missing, by the names that they came under
     * @param by who wants it, for the log
     */
    Settled redeliver(String leadId, String recipient, Map<String, ?> given, String by);
}
