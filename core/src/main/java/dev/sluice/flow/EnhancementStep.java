package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import dev.sluice.types.Obj;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks something up and appends the answer. A lead goes on whatever the answer is.
 *
 * @param id unique in the flow
 * @param name for people; null for the id
 * @param enabled false: the step is passed over
 * @param ruleSet when it runs; null for always
 * @param entity who answers; null when nobody is named
 * @param enricher the name under which the host has wired it; {@code plugin} in JSON
 * @param key where the answer stands: {@code appended.<key>.<name>}
 * @param mappings what is asked
 * @param config settings of the enricher
 * @param timeout how long an answer may take; 5 seconds by default
 * @param recovery what becomes of a question that a crash has cut off; it is asked again by default
 */
public record EnhancementStep(
        String id,
        @Nullable String name,
        boolean enabled,
        @Nullable RuleSet ruleSet,
        @Nullable Entity entity,
        String enricher,
        String key,
        List<MappingDefinition> mappings,
        Obj config,
        Duration timeout,
        Recovery recovery)
        implements CallStep {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    public EnhancementStep {
        requireNonNull(id, "id");
        requireNonNull(enricher, "enricher");
        requireNonNull(key, "key");
        requireNonNull(config, "config");
        requireNonNull(timeout, "timeout");
        requireNonNull(recovery, "recovery");
        mappings = List.copyOf(mappings);
    }

    /** A look-up whose answer stands under {@code key}. */
    public static EnhancementStep of(String id, String enricher, String key, MappingDefinition... mappings) {
        return new EnhancementStep(
                id,
                null,
                true,
                null,
                null,
                enricher,
                key,
                List.of(mappings),
                Obj.EMPTY,
                DEFAULT_TIMEOUT,
                Recovery.RESEND);
    }

    /** This step with another way to go on after a crash. */
    public EnhancementStep recovery(Recovery what) {
        return new EnhancementStep(id, name, enabled, ruleSet, entity, enricher, key, mappings, config, timeout, what);
    }

    /** This step with another time for an answer. */
    public EnhancementStep timeout(Duration most) {
        return new EnhancementStep(id, name, enabled, ruleSet, entity, enricher, key, mappings, config, most, recovery);
    }

    @Override
    public String kind() {
        return "enhancement";
    }
}
