package dev.sluice.workbench.analysis;

import static java.util.Objects.requireNonNull;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowChecks;
import dev.sluice.rules.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * The checks of {@link FlowChecks}, and those that reason about what rules let through. Everything it adds is a warning:
 * such a flow can be opened. Immutable and safe on any thread.
 */
public final class FlowAnalysis {
    private static final List<Check> REASONING = List.of(
            new RuleReasoning(),
            new Reach(),
            new Overlaps(),
            new OpeningTimes(),
            new FieldsOfSources(),
            new PingValues());

    private final FlowChecks checks;

    private FlowAnalysis(FlowChecks checks) {
        this.checks = requireNonNull(checks, "checks");
    }

    /** With the built-in field types and helpers. */
    public static FlowAnalysis standard() {
        return of(FlowChecks.standard());
    }

    /** With the field types, helpers and settings of rules of a host. */
    public static FlowAnalysis of(FlowChecks checks) {
        return new FlowAnalysis(checks);
    }

    /**
     * What the checks of core find, then what reasoning finds, each in the order of the definition; empty when there is
     * nothing to say. Never throws for what the definition says.
     */
    public List<Finding> check(FlowDefinition flow) {
        List<Finding> all = new ArrayList<>(checks.check(flow));
        all.addAll(beyond(flow));
        return List.copyOf(all);
    }

    /** What reasoning finds, for those who have the checks of core already, as by {@code Sluice.check}. */
    public List<Finding> beyond(FlowDefinition flow) {
        return checks.only(REASONING, flow);
    }
}
