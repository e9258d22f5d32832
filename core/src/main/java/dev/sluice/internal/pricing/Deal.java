package dev.sluice.internal.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a lead was bought. Immutable.
 *
 * @param price what it costs; nothing where a share counts
 * @param share how many percent of its revenue it costs; null for a price
 * @param margin the least that it must leave
 */
public record Deal(BigDecimal price, @Nullable BigDecimal share, MarginGuard margin) {
    private static final int PERCENT = 2;

    /** A lead that costs nothing: not bought yet, or not paid for because it failed. */
    public static final Deal NOTHING = new Deal(BigDecimal.ZERO, null, MarginGuard.NONE);

    /** What the lead costs when it has earned {@code revenue}. */
    public BigDecimal cost(BigDecimal revenue) {
        return share == null ? price : part(revenue);
    }

    /** What the lead leaves when it has earned {@code revenue} and look-ups have cost {@code spent}. */
    public BigDecimal left(BigDecimal revenue, BigDecimal spent) {
        return revenue.subtract(cost(revenue)).subtract(spent);
    }

    private BigDecimal part(BigDecimal revenue) {
        return share == null
                ? BigDecimal.ZERO
                : revenue.multiply(share).movePointLeft(PERCENT).stripTrailingZeros();
    }

    /** What one sale leaves: a price is borne by the first sale, a share by each, so that margins add up to the lead's. */
    public BigDecimal margin(BigDecimal revenue, boolean isFirst) {
        BigDecimal borne = share == null && isFirst ? price : part(revenue);
        return revenue.subtract(borne);
    }
}
