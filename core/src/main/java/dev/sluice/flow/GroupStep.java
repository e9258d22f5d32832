package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Look-ups and deliveries side by side, on the host's executor; one after the other where there is none. All see the lead
 * as it was before the group, and their answers count in the order of the list.
 *
 * @param id unique in the flow
 * @param name for people; null for the id
 * @param enabled false: the step is passed over
 * @param ruleSet when it runs; null for always
 * @param steps what is asked at once
 */
public record GroupStep(
        String id,
        @Nullable String name,
        boolean enabled,
        @Nullable RuleSet ruleSet,
        List<CallStep> steps) implements StepDefinition {
    public GroupStep {
        requireNonNull(id, "id");
        steps = List.copyOf(steps);
    }

    /** A group that always runs. */
    public static GroupStep of(String id, CallStep... steps) {
        return new GroupStep(id, null, true, null, List.of(steps));
    }

    @Override
    public String kind() {
        return "group";
    }

    @Override
    public Map<String, List<? extends StepDefinition>> nested() {
        return Map.of("steps", steps);
    }
}
