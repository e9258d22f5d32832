package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Obj;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recipient's answer to a ping.
 *
 * @param price what it would pay; null for no bid
 * @param exclusive whether the price holds only if nobody else gets the lead
 * @param reason why there is no bid; null with a bid
 * @param conditions further terms that the flow may check; empty when there are none
 */
public record Bid(
        @Nullable BigDecimal price,
        boolean exclusive,
        @Nullable String reason,
        Obj conditions) {
    public Bid {
        requireNonNull(conditions, "conditions");
    }

    /** A bid for a lead that others may get as well. */
    public static Bid of(BigDecimal price) {
        return new Bid(requireNonNull(price, "price"), false, null, Obj.EMPTY);
    }

    /** A bid for a lead that nobody else gets. */
    public static Bid exclusive(BigDecimal price) {
        return new Bid(requireNonNull(price, "price"), true, null, Obj.EMPTY);
    }

    /** No bid. */
    public static Bid none(String reason) {
        return new Bid(null, false, requireNonNull(reason, "reason"), Obj.EMPTY);
    }

    /** The price, when there is a bid. */
    public Optional<BigDecimal> offer() {
        return Optional.ofNullable(price);
    }
}
