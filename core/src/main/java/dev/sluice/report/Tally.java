package dev.sluice.report;

import dev.sluice.report.Measure.Amount;
import dev.sluice.report.Measure.Span;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was counted of one group. For one thread. */
final class Tally {
    private final long[] counts = new long[Measure.values().length];
    private final BigDecimal[] amounts = new BigDecimal[Amount.values().length];
    private final Map<Span, Durations> spans = new EnumMap<>(Span.class);

    Tally() {
        Arrays.fill(amounts, BigDecimal.ZERO);
    }

    void add(Measure what) {
        add(what, 1);
    }

    void add(Measure what, long number) {
        counts[what.ordinal()] += number;
    }

    void add(Amount what, BigDecimal amount) {
        amounts[what.ordinal()] = amounts[what.ordinal()].add(amount);
    }

    void add(Span what, long millis) {
        spans.computeIfAbsent(what, span -> new Durations()).add(millis);
    }

    /** All of that, {@code number} times. */
    void add(Tally that, long number) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += that.counts[i] * number;
        }
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = amounts[i].add(that.amounts[i].multiply(BigDecimal.valueOf(number)));
        }
        that.spans.forEach((span, times) ->
                spans.computeIfAbsent(span, name -> new Durations()).add(times, number));
    }

    long count(Measure what) {
        return counts[what.ordinal()];
    }

    BigDecimal sum(Amount what) {
        return amounts[what.ordinal()];
    }

    Durations times(Span what) {
        return spans.getOrDefault(what, new Durations());
    }

    @Nullable BigDecimal percent(Measure part, Measure whole) {
        return Ratio.percent(count(part), count(whole));
    }

    BigDecimal cost() {
        return sum(Amount.PURCHASES).add(sum(Amount.ENHANCEMENTS)).subtract(sum(Amount.COST_CREDITED));
    }

    BigDecimal revenue() {
        return sum(Amount.SALES).subtract(sum(Amount.REVENUE_CREDITED));
    }

    BigDecimal margin() {
        return revenue().subtract(cost());
    }
}
