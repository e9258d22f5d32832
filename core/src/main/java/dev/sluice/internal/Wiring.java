package dev.sluice.internal;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.Enricher;
import dev.sluice.templates.Templates;
import dev.sluice.types.FieldTypes;
import java.util.Map;

/** What a host has wired, by name. */
public record Wiring(
        String account,
        Map<String, DeliveryPlugin> deliveries,
        Map<String, Enricher> enrichers,
        FieldTypes types,
        Templates templates,
        byte[] indexKey) {
    public Wiring {
        deliveries = Map.copyOf(deliveries);
        enrichers = Map.copyOf(enrichers);
    }
}
