package dev.sluice.testkit.flow;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.PlacedStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.rules.Condition;
import dev.sluice.rules.Rule;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a flow tests have reached: the two ends of the gates, each enabled step, both ways of a filter, each
 * branch of a route, a recipient that took a lead, and each rule of a filter or branch that failed for once and held for
 * once. Not safe for several threads.
 */
public final class FlowCoverage {
    private static final int FAILED = 1;
    private static final int PASSED = 2;

    private final FlowDefinition flow;
    private final Set<String> parts = new TreeSet<>();
    private final Set<String> reached = new TreeSet<>();

    private FlowCoverage(FlowDefinition flow) {
        this.flow = flow;
        parts.add("gates: accepted");
        if (flow.acceptance().ruleSet() != null) {
            parts.add("gates: rejected");
        }
        PlacedStep.all(flow).filter(PlacedStep::enabled).forEach(placed -> declare(placed.step()));
    }

    /** Nothing of {@code flow} is reached yet. */
    public static FlowCoverage of(FlowDefinition flow) {
        return new FlowCoverage(flow);
    }

    private void declare(StepDefinition step) {
        String id = "step " + step.id();
        parts.add(id);
        if (step instanceof FilterStep) {
            parts.add(id + ": passed");
            parts.add(id + ": failed");
            rules(id, step.ruleSet());
        } else if (step instanceof RecipientStep) {
            parts.add(id + ": delivered");
        } else if (step instanceof RouteStep route) {
            for (int i = 0; i < route.branches().size(); i++) {
                parts.add(id + ": " + route.branchName(i));
                rules(id + " " + route.branchName(i), route.branches().get(i).when());
            }
            if (!route.otherwise().isEmpty()) {
                parts.add(id + ": " + RouteStep.DEFAULT);
            }
        }
    }

    private void rules(String place, @Nullable RuleSet set) {
        List<String> words = new ArrayList<>();
        clauses(set, words::add);
        for (int i = 0; i < words.size(); i++) {
            parts.add(rule(place, i) + ": held");
            parts.add(rule(place, i) + ": failed");
        }
    }

    private static String rule(String place, int index) {
        return place + ", rule " + (index + 1);
    }

    /** Clauses in the order in which events number them. */
    private static void clauses(@Nullable Condition condition, Consumer<String> see) {
        if (condition instanceof RuleSet set) {
            set.rules().forEach(rule -> clauses(rule, see));
        } else if (condition instanceof Rule rule) {
            see.accept(rule.lhv());
            clauses(rule.ruleSet(), see);
        } else if (condition != null) {
            see.accept("expression");
        }
    }

    /** Takes in what happened to a lead. */
    public void see(List<Event> events) {
        events.forEach(this::see);
    }

    private void see(Event event) {
        if (event.type().equals(EventType.SOURCE_ACCEPTED)) {
            reached.add("gates: accepted");
        } else if (event.type().equals(EventType.SOURCE_REJECTED)) {
            reached.add("gates: rejected");
        }
        String step = event.step().orElse("");
        String id = "step " + step.substring(step.lastIndexOf('/') + 1);
        if (step.isEmpty() || event.type().equals(EventType.STEP_SKIPPED)) {
            return;
        }
        reached.add(id);
        if (event.type().equals(EventType.RECIPIENT_DELIVERED)) {
            reached.add(id + ": delivered");
        } else if (event.type().family().equals("filter")) {
            reached.add(id + (event.type().equals(EventType.FILTER_PASSED) ? ": passed" : ": failed"));
            bits(id, event.facts().get("clauses"));
        } else if (event.type().equals(EventType.ROUTE_TAKEN)) {
            String branch = event.facts().get("branch").text();
            reached.add(id + ": " + branch);
            for (int i = 0;
                    !event.facts().get("branches").part(Integer.toString(i)).isMissing();
                    i++) {
                bits(
                        id + " " + name(step, i),
                        event.facts().get("branches").part(Integer.toString(i)).part("clauses"));
            }
        }
    }

    private String name(String step, int branch) {
        return PlacedStep.all(flow)
                .map(PlacedStep::step)
                .filter(each -> each.id().equals(step) && each instanceof RouteStep)
                .map(each -> ((RouteStep) each).branchName(branch))
                .findFirst()
                .orElse("");
    }

    /** Two bits a clause, 64 bits a word, as events keep them. */
    private void bits(String place, Value clauses) {
        if (!(clauses instanceof Text hex) || hex.value().isEmpty()) {
            return;
        }
        String[] words = hex.value().split("\\.", -1);
        for (int i = 0; i < words.length * 32; i++) {
            long bits = Long.parseUnsignedLong(words[i / 32], 16) >>> (2 * (i % 32)) & 3;
            if (bits == FAILED || bits == PASSED) {
                reached.add(rule(place, i) + (bits == PASSED ? ": held" : ": failed"));
            }
        }
    }

    /** Adds what others have reached of the same flow. */
    public void add(FlowCoverage other) {
        reached.addAll(other.reached);
    }

    /** What has not been reached. */
    public List<String> missed() {
        Set<String> missed = new TreeSet<>(parts);
        missed.removeAll(reached);
        return List.copyOf(missed);
    }

    /** {@code 12 of 14 parts of flow solar reached}. */
    public String summary() {
        return (parts.size() - missed().size()) + " of " + parts.size() + " parts of flow " + flow.id() + " reached";
    }

    /** The summary, and what was missed, a line each. */
    public String text() {
        StringBuilder text = new StringBuilder(summary()).append('\n');
        missed().forEach(part -> text.append("  missed: ").append(part).append('\n'));
        return text.toString();
    }
}
