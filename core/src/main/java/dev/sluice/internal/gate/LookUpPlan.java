package dev.sluice.internal.gate;

import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enricher;
import dev.sluice.flow.LookUp;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.mapping.OutboundMapping;
import dev.sluice.rules.CompiledRules;
import org.jspecify.annotations.Nullable;

/**
 * A look-up before acceptance, compiled.
 *
 * @param criteria for which leads it is made; null for all
 */
public record LookUpPlan(
        LookUp lookUp, Enricher enricher, @Nullable CompiledRules criteria, OutboundMapping mapping) {

    String key() {
        return lookUp.key();
    }

    boolean concerns(Hearing hearing) {
        return criteria == null
                || criteria.decide(hearing.scope(), hearing.at()).passed();
    }

    /** Whether asking would do something in the world, which a preview must not. */
    boolean isForbidden(Hearing hearing) {
        return hearing.run().isPreview() && enricher.effect() != Effect.NONE;
    }

    boolean needsIntent() {
        return enricher.effect() == Effect.EXTERNAL;
    }

    Inquiry inquiry(Hearing hearing) {
        Inquiry.Service service = new Inquiry.Service(lookUp.enricher(), enricher, lookUp.config(), lookUp.timeout());
        return new Inquiry(
                service,
                hearing.run(),
                mapping.map(hearing.scope(), hearing.at(), hearing.run().mappingFaults()),
                hearing.at());
    }
}
