package dev.sluice.flow.check;

import dev.sluice.flow.Pricing;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Prices out of bounds, and layers that contradict themselves. */
final class Prices implements Check {
    private static final BigDecimal MAX = new BigDecimal("1000000");

    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void pricing(Place place, Pricing pricing) {
                layer(place.pointer(), pricing, found);
            }
        });
    }

    private static void layer(String pointer, Pricing pricing, Found found) {
        for (int i = 0; i < pricing.prices().size(); i++) {
            Value amount = pricing.prices().get(i).amount();
            amount(amount instanceof Num num ? num.value() : null, pointer + "/prices/" + i + "/amount", found);
        }
        amount(pricing.minimum(), pointer + "/min", found);
        amount(pricing.maximum(), pointer + "/max", found);
        if (pricing.override() && !pricing.prices().isEmpty()) {
            found.error(
                    "prices_and_override",
                    pointer,
                    "a layer has prices of its own or takes the other side's, not both; remove 'prices' or 'override'");
        }
        limits(pointer, pricing, found);
    }

    private static void limits(String pointer, Pricing pricing, Found found) {
        BigDecimal minimum = pricing.minimum();
        BigDecimal maximum = pricing.maximum();
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            found.error(
                    "min_above_max",
                    pointer + "/min",
                    "the lowest price " + minimum + " is above the highest, " + maximum + "; exchange them");
        }
        if (!pricing.override() && (minimum != null || maximum != null)) {
            found.warning(
                    "limits_without_override",
                    pointer,
                    "'min' and 'max' bound the price that the other side names; add \"override\": true or remove them");
        }
    }

    private static void amount(@Nullable BigDecimal amount, String pointer, Found found) {
        if (amount == null) {
            return;
        }
        if (amount.signum() < 0) {
            found.error("negative_price", pointer, "a price is 0 or more, not " + amount);
        } else if (amount.compareTo(MAX) > 0) {
            found.error("price_too_high", pointer, "a price is at most " + MAX.toPlainString());
        }
    }
}
