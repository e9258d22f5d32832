package dev.sluice.testkit.flow;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.PlacedStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Arr;
import dev.sluice.types.Scope;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the enabled steps of a flow can do with a lead, and the rules that they stand under, by their ids. */
final class CoveredSteps {
    private static final String STEP = "step ";

    /** By the step's id; of a route, by {@link #branch}. */
    private final Map<String, CoveredRules> rules = new HashMap<>();

    private final Clauses clauses;
    private final Set<String> parts;

    private CoveredSteps(Clauses clauses, Set<String> parts) {
        this.clauses = clauses;
        this.parts = parts;
    }

    static CoveredSteps of(FlowDefinition flow, Clauses clauses, Set<String> parts) {
        CoveredSteps steps = new CoveredSteps(clauses, parts);
        PlacedStep.all(flow).filter(PlacedStep::enabled).forEach(placed -> steps.declare(placed.step()));
        steps.rules.values().forEach(each -> each.declare(parts));
        return steps;
    }

    private void declare(StepDefinition step) {
        String place = STEP + step.id();
        parts.add(place);
        if (step.ruleSet() != null) {
            rules.put(step.id(), clauses.at(place, step.ruleSet(), Stage.STEP));
        }
        if (step instanceof FilterStep) {
            parts.add(place + ": passed");
            parts.add(place + ": failed");
        } else if (step instanceof RecipientStep recipient) {
            parts.add(place + ": delivered");
            recipient.caps().stream().map(CapEntry::id).forEach(cap -> parts.add(place + ": cap " + cap + " reached"));
        } else if (step instanceof RouteStep route) {
            route(route, place);
        }
    }

    private void route(RouteStep route, String place) {
        for (int i = 0; i < route.branches().size(); i++) {
            String name = route.branchName(i);
            RuleSet when = route.branches().get(i).when();
            parts.add(place + ": " + name);
            if (when != null) {
                rules.put(branch(route.id(), i), clauses.at(place + " " + name, when, Stage.STEP));
            }
        }
        if (!route.otherwise().isEmpty()) {
            parts.add(place + ": " + RouteStep.DEFAULT);
        }
    }

    private static String branch(String route, int index) {
        return route + " " + index;
    }

    void see(Event event, Set<String> reached) {
        String step = own(event.step().orElse(""));
        if (step.isEmpty()) {
            return;
        }
        if (event.type().equals(EventType.STEP_SKIPPED)) {
            recorded(step, event.facts().get("clauses"), reached);
            return;
        }
        reached.add(STEP + step);
        Scope before = event.before().orElse(event.snapshot());
        if (event.type().family().equals("filter")) {
            reached.add(STEP + step + (event.type().equals(EventType.FILTER_PASSED) ? ": passed" : ": failed"));
            recorded(step, event.facts().get("clauses"), reached);
        } else if (event.type().equals(EventType.ROUTE_TAKEN)) {
            taken(step, event, reached);
        } else {
            decided(step, before, event, true, reached);
        }
        if (event.type().equals(EventType.DISTRIBUTE_PLANNED)) {
            planned(before, event, reached);
        } else if (event.type().equals(EventType.RECIPIENT_DELIVERED)) {
            reached.add(STEP + step + ": delivered");
        }
        String cap = event.facts().get("cap").part("key").text();
        if (!cap.isEmpty()) {
            reached.add(STEP + step + ": cap " + own(cap) + " reached");
        }
    }

    /** Without the step of a sub-flow that stands before it. */
    private static String own(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private void recorded(String id, Value results, Set<String> reached) {
        CoveredRules own = rules.get(id);
        if (own != null) {
            own.recorded(results, reached);
        }
    }

    private void decided(String id, Scope data, Event event, boolean held, Set<String> reached) {
        CoveredRules own = rules.get(id);
        if (own != null) {
            own.decided(data, event, held, reached);
        }
    }

    private void taken(String route, Event event, Set<String> reached) {
        reached.add(STEP + route + ": " + event.facts().get("branch").text());
        if (event.facts().get("branches") instanceof Arr tried) {
            for (int i = 0; i < tried.size(); i++) {
                recorded(branch(route, i), tried.at(i).part("clauses"), reached);
            }
        }
    }

    /** Recipients that were meant for the lead stood in the order; the others were passed over. */
    private void planned(Scope before, Event event, Set<String> reached) {
        if (event.facts().get("order") instanceof Arr order) {
            order.forEach(id -> decided(own(id.text()), before, event, true, reached));
        }
        if (event.facts().get("passed") instanceof Arr passed) {
            passed.forEach(each -> decided(own(each.part("id").text()), before, event, false, reached));
        }
    }
}
