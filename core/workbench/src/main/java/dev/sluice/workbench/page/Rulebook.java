package dev.sluice.workbench.page;

import dev.sluice.event.Event;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.GroupStep;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.internal.Recall;
import dev.sluice.internal.record.RuleFacts;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Decision;
import dev.sluice.rules.RuleSet;
import dev.sluice.rules.Rules;
import dev.sluice.templates.Templates;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Layout;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one revision of a flow, which make decisions readable that events recorded. Results are the recorded ones;
 * fields of a host's own types are read as they are stored.
 */
final class Rulebook {
    private final FlowDefinition flow;
    private final Layout layout;
    private final Map<String, CompiledRules> rules = new HashMap<>();
    private int depth;

    Rulebook(FlowDefinition flow) {
        this.flow = flow;
        this.layout = FlowLayout.of(flow, FieldTypes.standard());
        gate(flow.acceptance().ruleSet(), "acceptance_criteria");
        flow.sources().forEach(source -> gate(source.acceptance().ruleSet(), source.id() + " acceptance_criteria"));
        steps(flow.steps(), "");
    }

    /** A decision and the name of its rules. */
    record Told(String name, CompiledRules rules, Decision decision) {}

    private void gate(@Nullable RuleSet set, String name) {
        if (set != null) {
            put(Recall.name("", set.name() == null ? name : set.name()), set, Stage.GATE);
        }
    }

    private void steps(List<? extends StepDefinition> steps, String inside) {
        if (depth >= StepDefinition.MAX_DEPTH) {
            return;
        }
        depth++;
        steps.forEach(step -> step(step, inside));
        depth--;
    }

    private void step(StepDefinition step, String inside) {
        String id = inside + step.id();
        RuleSet own = step.ruleSet() == null ? RuleSet.and(List.of()) : step.ruleSet();
        put(Recall.name(id, ""), own, Stage.STEP);
        if (step instanceof DistributeStep distribute) {
            steps(distribute.recipients(), inside);
        } else if (step instanceof GroupStep group) {
            steps(group.steps(), inside);
        } else if (step instanceof RouteStep route) {
            route(route, id, inside);
        } else if (step instanceof SubFlowStep use) {
            steps(flow.subFlows().getOrDefault(use.subFlow(), List.of()), SubFlowStep.inside(id, ""));
        }
    }

    private void route(RouteStep route, String id, String inside) {
        for (int i = 0; i < route.branches().size(); i++) {
            RuleSet when = route.branches().get(i).when();
            if (when != null) {
                put(Recall.branch(id, i), when, Stage.STEP);
            }
            steps(route.branches().get(i).steps(), inside);
        }
        steps(route.otherwise(), inside);
    }

    private void put(String name, RuleSet set, Stage stage) {
        rules.put(name, Rules.with(layout, stage, Templates.standard()).compile(set));
    }

    /** What the event tells of decisions; none where it tells of none, or of rules that this revision does not have. */
    List<Told> decisions(Event event) {
        List<Told> told = new ArrayList<>();
        String step = event.step().orElse("");
        if (event.facts().get("branches") instanceof Arr branches) {
            for (int i = 0; i < branches.size(); i++) {
                add(
                        told,
                        Recall.branch(step, i),
                        branches.at(i).part("rule_set"),
                        branches.at(i).part("clauses"),
                        event);
            }
        }
        Value name = event.facts().get("rule_set");
        add(told, Recall.name(step, name.text()), name, event.facts().get("clauses"), event);
        return told;
    }

    private void add(List<Told> told, String key, Value name, Value results, Event event) {
        CompiledRules compiled = rules.get(key);
        if (compiled != null && !results.isMissing()) {
            At at = new At(event.at(), flow.timeZone());
            told.add(new Told(
                    name.text(), compiled, compiled.recall(event.snapshot(), at, RuleFacts.words(results.text()))));
        }
    }
}
