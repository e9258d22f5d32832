package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a lead goes on.
 *
 * @param id unique in the flow
 * @param name for people; null for the id
 * @param enabled false: every lead goes on
 * @param ruleSet what a lead must satisfy; null passes every lead
 * @param onPass what a lead does that satisfies it; goes on by default
 * @param onFail what a lead does that does not; stops with a failure by default
 */
public record FilterStep(
        String id,
        @Nullable String name,
        boolean enabled,
        @Nullable RuleSet ruleSet,
        FilterAction onPass,
        FilterAction onFail)
        implements StepDefinition {
    public FilterStep {
        requireNonNull(id, "id");
        requireNonNull(onPass, "onPass");
        requireNonNull(onFail, "onFail");
    }

    /** A filter that stops leads that do not satisfy {@code ruleSet}. */
    public static FilterStep of(String id, RuleSet ruleSet) {
        return new FilterStep(id, null, true, ruleSet, FilterAction.CONTINUE, FilterAction.STOP);
    }

    /** A filter that stops leads that satisfy {@code ruleSet}; {@code stopWhen: match} in JSON. */
    public static FilterStep stopping(String id, RuleSet ruleSet) {
        return of(id, ruleSet.not());
    }

    /** This filter with another way for leads that do not satisfy it. */
    public FilterStep onFail(FilterAction action) {
        return new FilterStep(id, name, enabled, ruleSet, onPass, action);
    }

    @Override
    public String kind() {
        return "filter";
    }
}
