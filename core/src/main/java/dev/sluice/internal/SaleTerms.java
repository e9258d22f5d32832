package dev.sluice.internal;

import dev.sluice.internal.pricing.Deal;
import dev.sluice.internal.pricing.MarginGuard;
import dev.sluice.internal.pricing.PriceLayer;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a recipient buys leads: what a sale brings, and whether that is enough. {@link Deal} says on which terms a
 * lead was bought.
 *
 * @param billable whether it pays at all
 * @param floor the least that a sale must bring
 * @param agreed what it pays whatever its prices say; null where they count
 */
public record SaleTerms(
        boolean billable,
        PriceLayer prices,
        MarginGuard floor,
        @Nullable BigDecimal agreed) {
    /** What a delivery was to bring that nobody knows of. */
    static final String PLANNED = "planned_price";

    /** These terms for one sale whose price is settled. */
    SaleTerms agreedOn(BigDecimal price) {
        return new SaleTerms(billable, prices, floor, price);
    }

    /** The most that a sale may bring. */
    BigDecimal most(Scope scope, At at) {
        return agreed == null ? prices.most(scope, at) : agreed;
    }

    /** @param named what the recipient names; missing when nothing */
    BigDecimal price(Scope scope, At at, Value named) {
        return agreed == null ? prices.amount(scope, at, named) : agreed;
    }

    /** Why the planned price is too low; empty when it is not, or when only the recipient will name it. */
    Optional<String> unprofitable(LeadRun run, At at) {
        boolean unknown = agreed == null && prices.definition().override();
        if (!billable || unknown) {
            return Optional.empty();
        }
        BigDecimal planned = price(run.scope(), at, Value.missing());
        Optional<String> belowFloor = floor.refusal(planned);
        Deal deal = run.sales().deal();
        return deal.margin().isNone() || belowFloor.isPresent()
                ? belowFloor
                : deal.margin()
                        .refusal(deal.left(
                                run.sales().revenue().add(planned), run.sales().spent()));
    }

    /** What was to be earned by what nobody knows of. */
    static Supplier<Obj> planned(BigDecimal price) {
        Obj planned = Obj.EMPTY.with(PLANNED, Num.of(price));
        return () -> planned;
    }

    /** What a sale leaves, and whether that is too little; of the lead as it is now, made when it is read. */
    Supplier<Obj> books(LeadRun run, BigDecimal price) {
        Deal deal = run.sales().deal();
        boolean isFirst = run.sales().hasSoldNothing();
        BigDecimal revenue = run.sales().revenue();
        BigDecimal spent = run.sales().spent();
        return new Books(deal, floor, price, isFirst, revenue.add(price), spent);
    }

    /**
     * What a sale leaves.
     *
     * @param isFirst whether nobody else has bought the lead
     * @param revenue with this sale's price
     */
    private record Books(
            Deal deal, MarginGuard floor, BigDecimal price, boolean isFirst, BigDecimal revenue, BigDecimal spent)
            implements Supplier<Obj> {
        @Override
        public Obj get() {
            return Obj.EMPTY
                    .with("margin", Num.of(deal.margin(price, isFirst)))
                    .merge(floor.facts(price))
                    .merge(deal.margin().facts(deal.left(revenue, spent)));
        }
    }
}
