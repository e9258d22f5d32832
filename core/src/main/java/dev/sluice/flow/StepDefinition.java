package dev.sluice.flow;

import dev.sluice.rules.RuleSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a flow. Steps run in their order; each ends in exactly one event. */
public sealed interface StepDefinition
        permits FilterStep, SetStep, ListStep, CallStep, DistributeStep, GroupStep, RouteStep, SubFlowStep {
    /** How deep steps may stand inside each other. */
    int MAX_DEPTH = 100;

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

    /** The steps inside it, by where they stand in its JSON: {@code recipients}, {@code branches/0/steps}. */
    default Map<String, List<? extends StepDefinition>> nested() {
        return Map.of();
    }
}
