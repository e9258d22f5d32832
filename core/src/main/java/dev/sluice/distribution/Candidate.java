package dev.sluice.distribution;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Somebody who could get a lead and whom nothing forbids to.
 *
 * @param id unique among the candidates
 * @param weight its share beside the others', from 1 to {@value #MAX_WEIGHT}; 1 by default
 * @param score how well it suits the lead, more is better; 0 by default
 * @param tier candidates of a higher tier are asked when nobody of a lower one takes the lead; 1 by default
 */
public record Candidate(String id, int weight, BigDecimal score, int tier) {
    /** The largest share. */
    public static final int MAX_WEIGHT = 1_000_000;

    public Candidate {
        requireNonNull(id, "id");
        requireNonNull(score, "score");
        if (weight < 1 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException("a weight is from 1 to " + MAX_WEIGHT + ", not " + weight);
        }
        if (tier < 1) {
            throw new IllegalArgumentException("a tier is 1 or more, not " + tier);
        }
    }

    /** A candidate of weight 1, score 0, in the first tier. */
    public static Candidate of(String id) {
        return new Candidate(id, 1, BigDecimal.ZERO, 1);
    }

    public Candidate weight(int share) {
        return new Candidate(id, share, score, tier);
    }

    public Candidate score(BigDecimal points) {
        return new Candidate(id, weight, points, tier);
    }

    public Candidate tier(int number) {
        return new Candidate(id, weight, score, number);
    }
}
