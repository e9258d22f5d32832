package dev.sluice.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often each number of milliseconds was measured, so that everything asked of them is exact. As large as there are
 * different numbers; time-outs bound them.
 */
final class Durations {
    private final Map<Long, Long> counts = new TreeMap<>();
    private long count;
    private long sum;
    private BigInteger squares = BigInteger.ZERO;

    void add(long millis) {
        add(millis, 1);
    }

    private void add(long millis, long number) {
        counts.merge(millis, number, Long::sum);
        count += number;
        sum += millis * number;
        BigInteger square = BigInteger.valueOf(millis).multiply(BigInteger.valueOf(millis));
        squares = squares.add(number == 1 ? square : square.multiply(BigInteger.valueOf(number)));
    }

    /** All of those, {@code number} times. */
    void add(Durations those, long number) {
        those.counts.forEach((millis, measured) -> add(millis, measured * number));
    }

    long count() {
        return count;
    }

    @Nullable BigDecimal sum() {
        return count == 0 ? null : BigDecimal.valueOf(sum);
    }

    @Nullable BigDecimal average() {
        return Ratio.of(BigDecimal.valueOf(sum), count);
    }

    /** The smallest number that at least {@code percent} of all do not exceed (nearest rank); 0 gives the least, 100 the most. */
    @Nullable BigDecimal percentile(int percent) {
        long rank = Math.max(1, (count * percent + 99) / 100);
        for (Map.Entry<Long, Long> each : counts.entrySet()) {
            rank -= each.getValue();
            if (rank <= 0) {
                return BigDecimal.valueOf(each.getKey());
            }
        }
        return null;
    }

    /** Of the whole population, not of a sample. */
    @Nullable BigDecimal deviation() {
        if (count == 0) {
            return null;
        }
        BigInteger n = BigInteger.valueOf(count);
        BigInteger s = BigInteger.valueOf(sum);
        BigDecimal spread = new BigDecimal(squares.multiply(n).subtract(s.multiply(s)));
        return spread.sqrt(MathContext.DECIMAL64).divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
    }
}
