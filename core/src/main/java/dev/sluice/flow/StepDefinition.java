package dev.sluice.flow;

import dev.sluice.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/** One step of a flow. Steps run in their order; each ends in exactly one event. */
public sealed interface StepDefinition permits FilterStep, EnhancementStep, RecipientStep, DistributeStep {
    /** Unique in the flow. */
    String id();

    /** For people; the id when null. */
    @Nullable String name();

    /** False: the step is passed over. */
    boolean enabled();

    /** When the step runs; for a filter, what a lead must satisfy. Null for always. */
    @Nullable RuleSet ruleSet();

    /** The word in definitions: {@code filter}. */
    String kind();

    /** The name, or the id. */
    default String label() {
        String name = name();
        return name == null ? id() : name;
    }
}
