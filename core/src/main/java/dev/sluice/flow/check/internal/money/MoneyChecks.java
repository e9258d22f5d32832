package dev.sluice.flow.check.internal.money;

import dev.sluice.flow.check.Check;
import java.util.List;

/** All checks of prices and caps, in the order in which findings about one place are told. */
public final class MoneyChecks {
    private static final List<Check> ALL = List.of(
            new Prices(),
            new PricingPlaces(),
            new ShadowedPrices(),
            new UnpricedSales(),
            new CapLimits(),
            new NestedCaps(),
            new CapsNeverReached(),
            new CapPlaces());

    private MoneyChecks() {}

    public static List<Check> all() {
        return ALL;
    }
}
