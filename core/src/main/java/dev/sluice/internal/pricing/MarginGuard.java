package dev.sluice.internal.pricing;

import dev.sluice.flow.Pricing.Minimum;
import dev.sluice.flow.Pricing.Policy;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The least that a sale must bring, by the recipient's floor or the lead's margin, and what happens below it.
 *
 * @param what for reasons: {@code Price} or {@code Margin}
 * @param minimum null for none
 */
public record MarginGuard(String what, @Nullable Minimum minimum) {
    /** No least amount. */
    public static final MarginGuard NONE = new MarginGuard("Margin", null);

    private static final Shape FACTS = Shape.of("below_minimum", "minimum", "amount");

    public static MarginGuard floor(@Nullable Minimum minimum) {
        return new MarginGuard("Price", minimum);
    }

    public static MarginGuard margin(@Nullable Minimum minimum) {
        return new MarginGuard("Margin", minimum);
    }

    /** Whether there is no least amount. */
    public boolean isNone() {
        return minimum == null;
    }

    /** Why a sale that brings {@code amount} does not take place; empty when it may. */
    public Optional<String> refusal(BigDecimal amount) {
        if (minimum == null || minimum.policy() != Policy.REJECT || !isBelow(amount)) {
            return Optional.empty();
        }
        return Optional.of(what + " below minimum (" + plain(amount) + " < " + plain(minimum.amount()) + ")");
    }

    /** What events tell of {@code amount}; empty when there is nothing to tell. */
    public Obj facts(BigDecimal amount) {
        if (minimum == null || minimum.policy() == Policy.CONTINUE || !isBelow(amount)) {
            return Obj.EMPTY;
        }
        Obj told = Obj.of(FACTS, Bool.TRUE, Num.of(minimum.amount()), Num.of(amount));
        return Obj.EMPTY.with(what.equals("Price") ? "floor_alert" : "margin_alert", told);
    }

    private boolean isBelow(BigDecimal amount) {
        return minimum != null && amount.compareTo(minimum.amount()) < 0;
    }

    private static String plain(BigDecimal amount) {
        return Money.shown(amount).toPlainString();
    }
}
