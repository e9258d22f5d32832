package dev.sluice.internal;

import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.internal.record.RuleFacts;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Decision;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes decisions readable again from what events recorded of them: the results of the clauses are the recorded ones,
 * the words come from the rules of the flow that is open and from the event's own data.
 */
public final class Recall {
    private final ZoneId zone;
    private final Map<String, CompiledRules> rules;
    private final Map<String, Contenders> contested;

    /**
     * @param rules by {@link #name}
     * @param contested who could get a lead, by the distribution's id
     */
    public Recall(ZoneId zone, Map<String, CompiledRules> rules, Map<String, Contenders> contested) {
        this.zone = zone;
        this.rules = Map.copyOf(rules);
        this.contested = Map.copyOf(contested);
    }

    /** Makes the words that {@code reader} may see; what events say themselves stays as it is. */
    public Recall seenBy(Reader reader) {
        Map<String, CompiledRules> seen = new HashMap<>();
        rules.forEach((name, compiled) -> seen.put(name, compiled.hiding(reader::over)));
        return new Recall(zone, seen, contested);
    }

    /** Who was not meant for the lead at the distribution that the event tells of, where that was not recorded. */
    List<String> notMeant(Event event, Scope before) {
        Contenders contenders = contested.get(event.step().orElse(""));
        return contenders == null || event.facts().get("not_meant").isMissing()
                ? List.of()
                : contenders.notMeant(before, new At(event.at(), zone));
    }

    /** How a set of rules is found: by the step it stands at, or by its own name at the gates. */
    public static String name(String step, String ruleSet) {
        return step.isEmpty() ? "gate " + ruleSet : "step " + step;
    }

    /** How the rules of a branch of a route are found. */
    public static String branch(String step, int place) {
        return "step " + step + " branch " + place;
    }

    /** What became of one branch of a route. */
    record Tried(String branch, Decision decision) {}

    /** The branches of a route that were tried, in order; none when the event tells of none, or the open flow has them not. */
    List<Tried> branches(Event event) {
        List<Tried> tried = new ArrayList<>();
        if (event.facts().get("branches") instanceof Arr branches) {
            for (int i = 0; i < branches.size(); i++) {
                Value branch = branches.at(i);
                CompiledRules compiled = rules.get(branch(event.step().orElse(""), i));
                if (compiled != null) {
                    Decision decision = recalled(compiled, event, branch.part("clauses"));
                    tried.add(new Tried(branch.part("rule_set").text(), decision));
                }
            }
        }
        return tried;
    }

    private Decision recalled(CompiledRules compiled, Event event, Value results) {
        return compiled.recall(event.snapshot(), new At(event.at(), zone), RuleFacts.words(results.text()));
    }

    /** The decision that the event tells of; empty when it tells of none, or of rules that the open flow does not have. */
    Optional<Decision> decision(Event event) {
        Value results = event.facts().get("clauses");
        if (results.isMissing()) {
            return Optional.empty();
        }
        String ruleSet = event.facts().get("rule_set").text();
        CompiledRules compiled = rules.get(name(event.step().orElse(""), ruleSet));
        if (compiled == null) {
            return Optional.empty();
        }
        return Optional.of(recalled(compiled, event, results));
    }
}
