package dev.sluice.flow.check.internal.money;

import dev.sluice.flow.Pricing;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import java.util.List;

/** Prices that are never the last that applies. */
final class ShadowedPrices implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void pricing(Place place, Pricing pricing) {
                List<Pricing.Price> prices = pricing.prices();
                int last = lastForAll(prices);
                for (int i = 0; i < last; i++) {
                    found.warning(
                            "shadowed_price",
                            place.below("prices", i).pointer(),
                            "the last price that applies wins, and a later one applies to every lead; move this one"
                                    + " behind it");
                }
            }
        });
    }

    private static int lastForAll(List<Pricing.Price> prices) {
        int last = -1;
        for (int i = 0; i < prices.size(); i++) {
            if (prices.get(i).ruleSet() == null && !prices.get(i).amount().isAbsent()) {
                last = i;
            }
        }
        return last;
    }
}
