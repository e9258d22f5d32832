package dev.sluice.testkit.flow;

import dev.sluice.event.Event;
import dev.sluice.flow.FlowDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parts of a flow tests have reached: letting leads in, refusing them at each gate that there is and by each cap, the
 * prices and adjustments of the flow and its sources that have an id, each enabled step, both ways of a filter, each branch of a route, a recipient that took a lead, its caps that were reached, and each rule of
 * the gates, of steps, of recipients and of branches that failed for once and held for once. Not safe for several threads.
 */
public final class FlowCoverage {
    private final FlowDefinition flow;
    private final Set<String> parts = new TreeSet<>();
    private final Set<String> reached = new TreeSet<>();
    private final CoveredGates gates;
    private final CoveredSteps steps;

    private FlowCoverage(FlowDefinition flow) {
        this.flow = flow;
        Clauses clauses = new Clauses(flow);
        gates = CoveredGates.of(flow, clauses, parts);
        steps = CoveredSteps.of(flow, clauses, parts);
    }

    /** Nothing of {@code flow} is reached yet. */
    public static FlowCoverage of(FlowDefinition flow) {
        return new FlowCoverage(flow);
    }

    /** Takes in what happened to a lead. */
    public void see(List<Event> events) {
        events.forEach(this::see);
    }

    private void see(Event event) {
        gates.see(event, reached);
        steps.see(event, reached);
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
