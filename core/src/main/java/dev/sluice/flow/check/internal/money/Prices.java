package dev.sluice.flow.check.internal.money;

import dev.sluice.flow.Pricing;
import dev.sluice.flow.Pricing.Adjustment;
import dev.sluice.flow.Pricing.Operation;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices out of bounds, and layers that contradict themselves. */
final class Prices implements Check {
    private static final BigDecimal MAX = new BigDecimal("1000000");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
            amount(number(pricing.prices().get(i).amount()), pointer + "/prices/" + i + "/amount", found);
        }
        for (int i = 0; i < pricing.adjustments().size(); i++) {
            adjustment(pricing.adjustments().get(i), pointer + "/adjust/" + i, found);
        }
        amount(pricing.minimum(), pointer + "/min", found);
        amount(pricing.maximum(), pointer + "/max", found);
        if (pricing.floor() != null) {
            amount(pricing.floor().amount(), pointer + "/floor", found);
        }
        if (pricing.service() != null) {
            amount(pricing.service().fallback(), pointer + "Service/fallbackPrice", found);
        }
        contradictions(pointer, pricing, found);
        limits(pointer, pricing, found);
    }

    private static void adjustment(Adjustment adjustment, String pointer, Found found) {
        BigDecimal amount = number(adjustment.amount());
        if (amount != null && adjustment.operation() == Operation.MULTIPLY) {
            amount(amount, pointer + "/multiply", found);
        } else if (amount != null && amount.abs().compareTo(MAX) > 0) {
            found.error("price_too_high", pointer + "/add", "a price is at most " + MAX.toPlainString());
        }
    }

    private static void contradictions(String pointer, Pricing pricing, Found found) {
        if (pricing.override() && !pricing.prices().isEmpty()) {
            found.error(
                    "prices_and_override",
                    pointer,
                    "a layer has prices of its own or takes the other side's, not both; remove 'prices' or 'override'");
        }
        BigDecimal share = pricing.share();
        if (share == null) {
            return;
        }
        if (share.signum() < 0 || share.compareTo(HUNDRED) > 0) {
            found.error("share_out_of_range", pointer + "/share/percent", "a share is 0 to 100 percent, not " + share);
        }
        if (pricing.override() || !pricing.prices().isEmpty()) {
            found.error(
                    "share_and_prices",
                    pointer + "/share",
                    "a lead costs a share of its revenue or a price, not both; remove one");
        }
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
        BigDecimal highest = highest(pricing).orElse(MAX);
        if (pricing.floor() != null && pricing.floor().amount().compareTo(highest) > 0) {
            found.warning(
                    "floor_above_prices",
                    pointer + "/floor",
                    "no price here is above " + highest.toPlainString() + "; lower the floor or raise a price");
        }
    }

    /** The highest price that this layer can give; empty when that depends on the lead. */
    private static Optional<BigDecimal> highest(Pricing pricing) {
        if (!pricing.adjustments().isEmpty()) {
            return Optional.empty();
        }
        if (pricing.override()) {
            return Optional.ofNullable(pricing.maximum());
        }
        BigDecimal highest = BigDecimal.ZERO;
        for (Pricing.Price price : pricing.prices()) {
            BigDecimal amount = number(price.amount());
            if (amount == null) {
                return Optional.empty();
            }
            highest = highest.max(amount);
        }
        return Optional.of(highest);
    }

    private static @Nullable BigDecimal number(Value amount) {
        return amount instanceof Num num ? num.value() : null;
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
