package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import dev.sluice.types.Obj;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look-up before a lead is judged. Acceptance, prices and caps read the answer as {@code <key>.<name>}, or in full as
 * {@code decisions.<key>.<name>}; steps do not. No answer in time, or a fault, gives no data and refuses no lead.
 *
 * @param key where the answer stands; unique in the flow
 * @param enricher the name under which the host has wired it; {@code plugin} in JSON
 * @param entity who answers; null when nobody is named
 * @param ruleSet for which leads it is made; null for all
 * @param mappings what is asked
 * @param config settings of the enricher
 * @param timeout how long an answer may take; 3 seconds by default
 */
public record LookUp(
        String key,
        String enricher,
        @Nullable Entity entity,
        @Nullable RuleSet ruleSet,
        List<MappingDefinition> mappings,
        Obj config,
        Duration timeout) {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);

    public LookUp {
        requireNonNull(key, "key");
        requireNonNull(enricher, "enricher");
        requireNonNull(config, "config");
        requireNonNull(timeout, "timeout");
        mappings = List.copyOf(mappings);
    }

    /** A look-up for all leads whose answer stands under {@code key}. */
    public static LookUp of(String key, String enricher, MappingDefinition... mappings) {
        return new LookUp(key, enricher, null, null, List.of(mappings), Obj.EMPTY, DEFAULT_TIMEOUT);
    }

    /** This look-up for the leads that satisfy {@code rules}. */
    public LookUp when(RuleSet rules) {
        return new LookUp(key, enricher, entity, rules, mappings, config, timeout);
    }

    /** This look-up with another time-out. */
    public LookUp within(Duration limit) {
        return new LookUp(key, enricher, entity, ruleSet, mappings, config, limit);
    }
}
