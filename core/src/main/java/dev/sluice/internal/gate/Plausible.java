package dev.sluice.internal.gate;

import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.Obj;
import java.math.BigDecimal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds what an enricher says against what can be: an outcome that look-ups have, and a cost that money can be. */
final class Plausible {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.plugin");
    private static final BigDecimal MAX_COST = new BigDecimal(1_000_000);
    private static final int MAX_SCALE = 12;

    private Plausible() {}

    static Inquiry.Answer check(String plugin, Enrichment given, long millis) {
        if (given.outcome() == Outcome.UNKNOWN || given.outcome() == Outcome.SKIP) {
            LOG.warn("plugin {} answered with the outcome {}", plugin, given.outcome());
            String reason = "Plugin " + plugin + " gave an outcome that look-ups do not have";
            return new Inquiry.Answer(Enrichment.error(reason), "unknown_outcome", Obj.EMPTY, millis);
        }
        if (given.cost().signum() < 0) {
            return costless(plugin, given, "negative_cost", millis);
        }
        if (given.cost().compareTo(MAX_COST) > 0 || given.cost().scale() > MAX_SCALE) {
            return costless(plugin, given, "impossible_cost", millis);
        }
        return new Inquiry.Answer(given, null, Obj.EMPTY, millis);
    }

    /** The data count, the cost does not. */
    private static Inquiry.Answer costless(String plugin, Enrichment given, String fault, long millis) {
        LOG.warn("plugin {} named a cost that cannot be: {}", plugin, fault);
        return new Inquiry.Answer(given.cost(BigDecimal.ZERO), fault, Obj.EMPTY, millis);
    }
}
