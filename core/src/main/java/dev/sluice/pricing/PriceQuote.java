package dev.sluice.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a pricing service answers: a price or none, perhaps with a reason for the events. Immutable. */
public final class PriceQuote {
    /** No price: the fallback or the next layer decides. */
    public static final PriceQuote NONE = new PriceQuote(null, null);

    private final @Nullable BigDecimal price;
    private final @Nullable String reason;

    private PriceQuote(@Nullable BigDecimal price, @Nullable String reason) {
        this.price = price;
        this.reason = reason;
    }

    /** A price, 0 to 1,000,000; 0 is one. */
    public static PriceQuote of(BigDecimal price) {
        return new PriceQuote(requireNonNull(price, "price"), null);
    }

    /**
     * A price as text, such as {@code 12.50}.
     *
     * @throws NumberFormatException if it is no decimal number
     */
    public static PriceQuote of(String price) {
        return of(new BigDecimal(price));
    }

    /** This quote with a reason, which events show as it is: keep personal values out of it. */
    public PriceQuote because(String why) {
        return new PriceQuote(price, requireNonNull(why, "why"));
    }

    public Optional<BigDecimal> price() {
        return Optional.ofNullable(price);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public String toString() {
        return price == null ? "no price" : price.toPlainString();
    }
}
