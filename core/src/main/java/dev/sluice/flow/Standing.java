package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Value;

/**
 * How a recipient stands among the candidates of a distribution. Only the strategies that a part is for look at it.
 *
 * @param weight its share of first offers in a weighted distribution, from 1 to 1,000,000
 * @param score a number, or a template that gives one for each lead; 0 when it gives none
 * @param tier who is asked only when nobody of a lower tier takes the lead; from 1
 * @param priority decides between equal bids, a lower number wins
 */
public record Standing(int weight, Value score, int tier, int priority) {
    /** Weight 1, score 0, first tier, priority 0. */
    public static final Standing EQUAL = new Standing(1, Value.number(0), 1, 0);

    public Standing {
        requireNonNull(score, "score");
    }

    /** Equal but for its weight. */
    public static Standing ofWeight(int share) {
        return new Standing(share, EQUAL.score, 1, 0);
    }

    /** Equal but for its score. */
    public static Standing ofScore(Value points) {
        return new Standing(1, points, 1, 0);
    }

    /** Equal but for its tier. */
    public static Standing ofTier(int number) {
        return new Standing(1, EQUAL.score, number, 0);
    }
}
