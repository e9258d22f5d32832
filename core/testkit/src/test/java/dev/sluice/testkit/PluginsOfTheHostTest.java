package dev.sluice.testkit;

import dev.sluice.Ids;
import dev.sluice.distribution.BuyerScorer;
import dev.sluice.pricing.PriceQuote;
import dev.sluice.pricing.PricingService;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Nested;

/** The contracts of what a host may bring, on the simplest that keep them. */
class PluginsOfTheHostTest {
    @Nested
    class APricingService extends PricingServiceContract {
        @Override
        protected PricingService service() {
            return request -> PriceQuote.of("12.50");
        }
    }

    @Nested
    class AScorer extends BuyerScorerContract {
        @Override
        protected BuyerScorer scorer() {
            return request -> new BigDecimal("0.5");
        }
    }

    @Nested
    class CountingIds extends IdsContract {
        private final Ids ids = SequentialIds.create();

        @Override
        protected Ids ids() {
            return ids;
        }
    }

    @Nested
    class TimeOrderedIds extends IdsContract {
        private final Ids ids = Ids.timeOrdered(VirtualTime.at(Instant.EPOCH), 1);

        @Override
        protected Ids ids() {
            return ids;
        }
    }
}
