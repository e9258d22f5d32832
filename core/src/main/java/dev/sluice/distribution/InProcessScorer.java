package dev.sluice.distribution;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Effect;
import java.math.BigDecimal;

/** Scores without any effect. */
record InProcessScorer(BuyerScorer scorer) implements BuyerScorer {
    InProcessScorer {
        requireNonNull(scorer, "scorer");
    }

    @Override
    public BigDecimal score(ScoreRequest request) {
        return scorer.score(request);
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }
}
