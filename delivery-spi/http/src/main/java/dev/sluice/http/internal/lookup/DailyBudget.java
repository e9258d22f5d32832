package dev.sluice.http.internal.lookup;

import dev.sluice.types.At;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What look-ups of one day may cost, by the days of the flow's zone. In memory, for one provider of one process; safe on any
 * thread.
 */
public final class DailyBudget {
    private final @Nullable BigDecimal limit;
    private LocalDate day = LocalDate.MIN;
    private BigDecimal spent = BigDecimal.ZERO;

    private DailyBudget(@Nullable BigDecimal limit) {
        this.limit = limit;
    }

    /** @param limit what a day may cost; empty for no limit */
    static DailyBudget of(Optional<BigDecimal> limit) {
        return new DailyBudget(limit.orElse(null));
    }

    /** Takes {@code cost} before it is spent; false when the day's money does not reach. */
    public synchronized boolean take(BigDecimal cost, At at) {
        LocalDate today = at.instant().atZone(at.zone()).toLocalDate();
        if (today.isAfter(day)) {
            day = today;
            spent = BigDecimal.ZERO;
        }
        if (limit != null && spent.add(cost).compareTo(limit) > 0) {
            return false;
        }
        spent = spent.add(cost);
        return true;
    }

    /** What was taken was not spent after all. */
    public synchronized void giveBack(BigDecimal cost) {
        spent = spent.subtract(cost).max(BigDecimal.ZERO);
    }
}
