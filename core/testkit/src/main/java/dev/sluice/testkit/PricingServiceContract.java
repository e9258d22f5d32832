package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Deadline;
import dev.sluice.pricing.PriceQuote;
import dev.sluice.pricing.PriceRequest;
import dev.sluice.pricing.PricingService;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link PricingService} keeps to; extend it and give one. */
public abstract class PricingServiceContract {
    private static final BigDecimal MOST = new BigDecimal("1000000");

    /** The service, ready to be asked. */
    protected abstract PricingService service();

    /** A lead that it is asked about; an empty one by default. */
    protected Scope lead() {
        return Scope.EMPTY;
    }

    private PriceQuote asked(Duration left) {
        Deadline deadline = Deadline.in(left, System::nanoTime);
        At at = At.utc(Instant.parse("2026-01-05T15:00:00Z"));
        return service().price(new PriceRequest("flow", "source", "lead_1", lead(), at, deadline, false));
    }

    /** A price, or none, and never null. */
    @Test
    protected void a_lead_has_a_price_or_none() {
        assertThat(asked(Duration.ofSeconds(5))).isNotNull();
    }

    /** What is beyond the bounds counts as no price. */
    @Test
    protected void prices_are_within_bounds() {
        asked(Duration.ofSeconds(5)).price().ifPresent(price -> assertThat(price)
                .isBetween(BigDecimal.ZERO, MOST));
    }

    /** A lead may be asked about again after a crash. */
    @Test
    protected void the_same_question_again_does_no_harm() {
        PriceQuote first = asked(Duration.ofSeconds(5));

        assertThat(asked(Duration.ofSeconds(5)).price().isPresent())
                .isEqualTo(first.price().isPresent());
    }

    /** A preview asks only who touches nothing, so it must be known. */
    @Test
    protected void its_effect_is_declared() {
        assertThat(service().effect()).isNotNull();
    }
}
