package dev.sluice.testkit.flow;

import dev.sluice.event.Event;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.types.Arr;
import dev.sluice.types.Value;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The prices and adjustments of a flow and its sources that have an id, by which events name them. */
final class CoveredPrices {
    private CoveredPrices() {}

    static void declare(FlowDefinition flow, Set<String> parts) {
        declare("gates", flow.pricing(), parts);
        flow.sources().forEach(source -> declare("source " + source.id(), source.pricing(), parts));
    }

    private static void declare(String place, Pricing pricing, Set<String> parts) {
        pricing.prices().forEach(price -> named(price.id(), id -> parts.add(price(place, id))));
        pricing.adjustments().forEach(adjustment -> named(adjustment.id(), id -> parts.add(adjustment(place, id))));
    }

    private static void named(@Nullable String id, Consumer<String> then) {
        if (id != null) {
            then.accept(id);
        }
    }

    private static String price(String place, String id) {
        return place + ": price " + id + " applied";
    }

    private static String adjustment(String place, String id) {
        return place + ": adjustment " + id + " applied";
    }

    static void see(Event event, Set<String> reached) {
        Value pricing = event.facts().get("pricing");
        String place = pricing.part("layer").text().startsWith("flow")
                ? "gates"
                : "source " + event.context().source();
        reached.add(price(place, pricing.part("price_id").text()));
        if (pricing.part("adjusted_by") instanceof Arr ids) {
            ids.forEach(id -> reached.add(adjustment(place, id.text())));
        }
    }
}
