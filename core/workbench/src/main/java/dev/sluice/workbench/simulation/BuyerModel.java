package dev.sluice.workbench.simulation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a buyer behaves.
 *
 * @param acceptPercent how many of a hundred leads it takes
 * @param latency how long an answer takes
 * @param price what it names or bids; null for nothing
 */
public record BuyerModel(
        int acceptPercent, Duration latency, @Nullable BigDecimal price) {
    /** Takes every lead at once and names no price. */
    public static final BuyerModel EAGER = new BuyerModel(100, Duration.ZERO, null);

    public BuyerModel {
        requireNonNull(latency, "latency");
        if (acceptPercent < 0 || acceptPercent > 100) {
            throw new IllegalArgumentException("a buyer takes 0 to 100 percent of leads, not " + acceptPercent);
        }
    }

    /** A buyer that takes so many of a hundred leads, at once. */
    public static BuyerModel accepting(int percent) {
        return new BuyerModel(percent, Duration.ZERO, null);
    }

    /** This buyer, who takes so long. */
    public BuyerModel after(Duration time) {
        return new BuyerModel(acceptPercent, time, price);
    }

    /** This buyer, who names or bids this price. */
    public BuyerModel paying(String amount) {
        return new BuyerModel(acceptPercent, latency, new BigDecimal(amount));
    }
}
