package dev.sluice.internal;

import dev.sluice.types.At;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a lead costs: the first layer that gives a price, the source's before the flow's; nothing when none does. */
final class PurchasePrice implements Gate {
    private final List<PriceLayer> layers;

    PurchasePrice(List<PriceLayer> layers) {
        this.layers = List.copyOf(layers);
    }

    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        hearing.price(of(hearing.run(), hearing.scope(), hearing.at()));
        return null;
    }

    private BigDecimal of(LeadRun run, Scope scope, At at) {
        for (PriceLayer layer : layers) {
            Optional<BigDecimal> price = layer.price(scope, at, named(run));
            if (price.isPresent()) {
                return price.get();
            }
        }
        return BigDecimal.ZERO;
    }

    /** The price that the source names, in its field {@code price} or under that very name. */
    private static Value named(LeadRun run) {
        Value field = run.scope().section(Section.LEAD).get("price");
        return field.isBlank() ? run.lead().get("price") : field;
    }
}
