package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side asks or pays for a lead. A price comes from the service, if there is one; else from rules, or from the
 * price that the other side names, or as a share of what the lead earns: one of these three. Make one with {@link #of},
 * {@link #named} or {@link #share} and the methods that change a part; the components may grow.
 *
 * @param prices all are looked at in order, the last that applies wins; none that applies, no price from here
 * @param adjustments what is added to or multiplied with a price from here, each in its turn
 * @param override whether the other side names the price: a source in its field {@code price}, a recipient in its answer
 * @param minimum the lowest price that the other side may name; null for none
 * @param maximum the highest price that the other side may name; null for none
 * @param service who is asked first; null for nobody. Not for recipients
 * @param share how many percent of its revenue a lead costs, settled when it is done; null for none. Not for recipients
 * @param floor the lowest price at which a recipient gets a lead; null for none. For recipients only
 * @param margin the least that a lead must leave; null for none, at a source for the flow's. Not for recipients
 */
public record Pricing(
        List<Price> prices,
        List<Adjustment> adjustments,
        boolean override,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable Service service,
        @Nullable BigDecimal share,
        @Nullable Minimum floor,
        @Nullable Minimum margin) {
    /** No price. */
    public static final Pricing NONE = of();

    public Pricing {
        prices = List.copyOf(prices);
        adjustments = List.copyOf(adjustments);
        minimum = minimum == null ? null : Amounts.plain(minimum);
        maximum = maximum == null ? null : Amounts.plain(maximum);
        share = share == null ? null : Amounts.plain(share);
    }

    /** One price for every lead. */
    public static Pricing fixed(String amount) {
        return of(new Price(Value.number(new BigDecimal(amount)), null, null));
    }

    /** Prices by rules; the last that applies wins. */
    public static Pricing of(Price... prices) {
        return new Pricing(List.of(prices), List.of(), false, null, null, null, null, null, null);
    }

    /**
     * The price that the other side names.
     *
     * @param minimum the lowest that it may name; null for none
     * @param maximum the highest that it may name; null for none
     */
    public static Pricing named(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
        return new Pricing(List.of(), List.of(), true, minimum, maximum, null, null, null, null);
    }

    /** So many percent of what the lead earns. */
    public static Pricing share(String percent) {
        return new Pricing(List.of(), List.of(), false, null, null, null, new BigDecimal(percent), null, null);
    }

    /** This pricing with adjustments. */
    public Pricing adjusted(Adjustment... all) {
        return new Pricing(prices, List.of(all), override, minimum, maximum, service, share, floor, margin);
    }

    /** This pricing behind a service. */
    public Pricing behind(Service first) {
        return new Pricing(prices, adjustments, override, minimum, maximum, first, share, floor, margin);
    }

    /** This pricing with a lowest price. */
    public Pricing floor(String amount, Policy policy) {
        Minimum lowest = new Minimum(new BigDecimal(amount), policy);
        return new Pricing(prices, adjustments, override, minimum, maximum, service, share, lowest, margin);
    }

    /** This pricing with a lowest margin. */
    public Pricing margin(String amount, Policy policy) {
        Minimum lowest = new Minimum(new BigDecimal(amount), policy);
        return new Pricing(prices, adjustments, override, minimum, maximum, service, share, floor, lowest);
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

    /**
     * A change of the price found so far.
     *
     * @param operation what is done with {@code amount}
     * @param amount a number, or a template that gives one
     * @param ruleSet when it applies; null for always
     * @param id for events; null for none
     */
    public record Adjustment(
            Operation operation,
            Value amount,
            @Nullable RuleSet ruleSet,
            @Nullable String id) {
        public Adjustment {
            requireNonNull(operation, "operation");
            requireNonNull(amount, "amount");
        }
    }

    /** What an adjustment does. */
    public enum Operation {
        /** Adds the amount; a negative one takes off. */
        ADD,
        /** Multiplies with the amount. */
        MULTIPLY
    }

    /**
     * A service of the host that names prices.
     *
     * @param name under which the host has wired it
     * @param fallback the price when it gives none in time; null for the next layer's
     * @param timeout how long it may take
     */
    public record Service(String name, @Nullable BigDecimal fallback, Duration timeout) {
        public static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);

        public Service {
            requireNonNull(name, "name");
            requireNonNull(timeout, "timeout");
            fallback = fallback == null ? null : Amounts.plain(fallback);
        }
    }

    /**
     * A lower bound, and what happens below it.
     *
     * @param amount the bound itself is not below it
     * @param policy what happens
     */
    public record Minimum(BigDecimal amount, Policy policy) {
        public Minimum {
            amount = Amounts.plain(amount);
            requireNonNull(policy, "policy");
        }
    }

    /** What happens to a sale below a minimum. */
    public enum Policy {
        /** The recipient does not get the lead. Where the price is only known afterwards, the same as {@link #ALERT}. */
        REJECT,
        /** Nothing. */
        CONTINUE,
        /** The events tell of it: the default. */
        ALERT
    }

    /** Whether there is no price from here. */
    public boolean isEmpty() {
        return prices.isEmpty() && !override && service == null && share == null;
    }
}
