package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Deadline;
import dev.sluice.distribution.BuyerScorer;
import dev.sluice.distribution.Candidate;
import dev.sluice.distribution.ScoreRequest;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link BuyerScorer} keeps to; extend it and give one. */
public abstract class BuyerScorerContract {
    private static final int MOST_DIGITS = 40;

    /** The scorer, ready to be asked. */
    protected abstract BuyerScorer scorer();

    /** A lead that it is asked about; an empty one by default. */
    protected Scope lead() {
        return Scope.EMPTY;
    }

    private BigDecimal score(String buyer) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(5), System::nanoTime);
        At at = At.utc(Instant.parse("2026-01-05T15:00:00Z"));
        Candidate candidate = new Candidate(buyer, 1, BigDecimal.ZERO, 1);
        return scorer().score(new ScoreRequest("flow", "step", "lead_1", candidate, lead(), at, deadline, false));
    }

    /** A number that is not too long to compare; never null. */
    @Test
    protected void every_buyer_has_a_score() {
        assertThat(score("a")).isNotNull();
        assertThat(score("a").precision()).isLessThanOrEqualTo(MOST_DIGITS);
    }

    /** Of a buyer whom it does not know, too. */
    @Test
    protected void an_unknown_buyer_has_a_score() {
        assertThat(score("nobody-knows-this-one")).isNotNull();
    }

    /** A preview asks only who touches nothing, so it must be known. */
    @Test
    protected void its_effect_is_declared() {
        assertThat(scorer().effect()).isNotNull();
    }
}
