package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends a lead down one of several branches: the first whose rules it satisfies owns it, whatever becomes of it there.
 * At the end of its branch a lead goes on behind the route, unless a filter stopped it.
 *
 * @param id unique in the flow
 * @param name for people; null for the id
 * @param enabled false: the step is passed over with all branches
 * @param ruleSet when it runs; null for always
 * @param branches in the order in which they are tried
 * @param otherwise the steps for leads that no branch wants; {@code default} in JSON
 */
public record RouteStep(
        String id,
        @Nullable String name,
        boolean enabled,
        @Nullable RuleSet ruleSet,
        List<Branch> branches,
        List<StepDefinition> otherwise)
        implements StepDefinition {
    /** What events call the branch of leads that no branch wants. */
    public static final String DEFAULT = "default";

    public RouteStep {
        requireNonNull(id, "id");
        branches = List.copyOf(branches);
        otherwise = List.copyOf(otherwise);
    }

    /**
     * One way a lead may go.
     *
     * @param name for people and events; null for {@code branch 1} and so on
     * @param when which leads go this way; null for all
     * @param steps in order; none lets leads go on behind the route
     */
    public record Branch(@Nullable String name, @Nullable RuleSet when, List<StepDefinition> steps) {
        public Branch {
            steps = List.copyOf(steps);
        }

        /** The way of leads that satisfy {@code rules}. */
        public static Branch when(RuleSet rules, StepDefinition... steps) {
            return new Branch(null, requireNonNull(rules, "rules"), List.of(steps));
        }

        /** This branch under another name. */
        public Branch named(String text) {
            return new Branch(requireNonNull(text, "text"), when, steps);
        }
    }

    /** A route without steps for leads that no branch wants. */
    public static RouteStep of(String id, Branch... branches) {
        return new RouteStep(id, null, true, null, List.of(branches), List.of());
    }

    /** This route with steps for leads that no branch wants. */
    public RouteStep otherwise(StepDefinition... steps) {
        return new RouteStep(id, name, enabled, ruleSet, branches, List.of(steps));
    }

    /** What events call the branch at {@code place}. */
    public String branchName(int place) {
        String own = branches.get(place).name();
        return own == null ? "branch " + (place + 1) : own;
    }

    @Override
    public String kind() {
        return "route";
    }

    @Override
    public Map<String, List<? extends StepDefinition>> nested() {
        Map<String, List<? extends StepDefinition>> nested = new LinkedHashMap<>();
        for (int i = 0; i < branches.size(); i++) {
            nested.put("branches/" + i + "/steps", branches.get(i).steps());
        }
        nested.put(DEFAULT, otherwise);
        return nested;
    }
}
