package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One layer of prices: rules, or the price that the other side names; never both.
 *
 * @param prices all are looked at in order, the last that applies wins; none that applies, no price from this layer
 * @param override whether the other side names the price: a source in its field {@code price}, a recipient in its answer
 * @param minimum the lowest price that the other side may name; null for none
 * @param maximum the highest price that the other side may name; null for none
 */
public record Pricing(
        List<Price> prices,
        boolean override,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum) {
    /** No price. */
    public static final Pricing NONE = new Pricing(List.of(), false, null, null);

    public Pricing {
        prices = List.copyOf(prices);
        minimum = minimum == null ? null : plain(minimum);
        maximum = maximum == null ? null : plain(maximum);
    }

    /** The amount in its shortest form, so that equal limits make equal layers however they were written. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** One price for every lead. */
    public static Pricing fixed(String amount) {
        return new Pricing(List.of(new Price(Value.number(new BigDecimal(amount)), null, null)), false, null, null);
    }

    /** Prices by rules; the last that applies wins. */
    public static Pricing of(Price... prices) {
        return new Pricing(List.of(prices), false, null, null);
    }

    /**
     * One price.
     *
     * @param amount a number, or a template that gives one
     * @param ruleSet when it applies; null for always
     * @param id for events; null for none
     */
    public record Price(
            Value amount,
            @Nullable RuleSet ruleSet,
            @Nullable String id) {
        public Price {
            requireNonNull(amount, "amount");
        }
    }

    public boolean isEmpty() {
        return prices.isEmpty() && !override;
    }
}
