package dev.sluice.distribution;

import dev.sluice.delivery.Effect;
import java.math.BigDecimal;

/**
 * Says how well a buyer suits a lead; distributions by score name it under {@code scorer}. Called on the host's executor,
 * for several buyers and many leads at once, or on the thread of the lead where there is none; it may block until the
 * request's deadline, after which nobody waits for it. May be asked again about a lead after a crash.
 *
 * <p>An exception, null, a number of more than 40 digits and an answer after the deadline count as no score: the event says
 * what was wrong, and the buyer comes after all that have one, or has no part where the flow wants a least score. A lead
 * never fails for it.
 */
@FunctionalInterface
public interface BuyerScorer {

    /** The score of one buyer for one lead; more is better, below 0 is possible. Never null. */
    BigDecimal score(ScoreRequest request);

    /** What a call does to the world; a preview asks only a scorer of {@link Effect#NONE}. Repeatable by default. */
    default Effect effect() {
        return Effect.REPEATABLE;
    }

    /** {@code scorer}, which leaves the world as it is, so that previews may ask it. */
    static BuyerScorer inProcess(BuyerScorer scorer) {
        return new InProcessScorer(scorer);
    }
}
