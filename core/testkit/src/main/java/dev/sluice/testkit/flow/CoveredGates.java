package dev.sluice.testkit.flow;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.GateKind;
import dev.sluice.types.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the gates of a flow can do to a lead: let it in, or refuse it at each gate that there is, and by which rules. */
final class CoveredGates {
    private static final String ACCEPTED = "gates: accepted";
    private static final String CRITERIA = "acceptance_criteria";

    /** Those of the flow come before those of sources. */
    private final List<Criteria> all = new ArrayList<>();

    private CoveredGates() {}

    /**
     * Rules of acceptance.
     *
     * @param source whose leads they judge; empty for all
     * @param name under which events tell of them
     */
    private record Criteria(String source, String name, CoveredRules rules) {
        boolean judge(Event event) {
            return source.isEmpty() || source.equals(event.context().source());
        }
    }

    static CoveredGates of(FlowDefinition flow, Clauses clauses, Set<String> parts) {
        CoveredGates gates = new CoveredGates();
        parts.add(ACCEPTED);
        for (GateKind gate : flow.gates()) {
            if (refuses(flow, gate)) {
                parts.add(rejected(gate.text()));
            }
        }
        gates.criteria("", flow.acceptance(), clauses);
        flow.sources().forEach(source -> gates.criteria(source.id(), source.acceptance(), clauses));
        gates.all.forEach(each -> each.rules().declare(parts));
        flow.caps().forEach(cap -> parts.add(reached(cap.id())));
        flow.sources().forEach(source -> source.caps().forEach(cap -> parts.add(reached(cap.id()))));
        CoveredPrices.declare(flow, parts);
        return gates;
    }

    private static String rejected(String gate) {
        return "gates: rejected by " + gate;
    }

    private static String reached(String cap) {
        return "gates: cap " + cap + " reached";
    }

    private static boolean refuses(FlowDefinition flow, GateKind gate) {
        return switch (gate) {
            case HOURS -> flow.hours() != null || flow.sources().stream().anyMatch(source -> source.hours() != null);
            case REQUIRED_FIELDS -> flow.allFields().stream().anyMatch(FieldDefinition::required);
            case ACCEPTANCE ->
                flow.acceptance().ruleSet() != null
                        || flow.sources().stream()
                                .anyMatch(source -> source.acceptance().ruleSet() != null);
            case DUPLICATES -> flow.duplicateCheck() != null;
            case SUPPRESSION -> !flow.suppression().isEmpty();
            case CAPS ->
                !flow.caps().isEmpty()
                        || flow.sources().stream()
                                .anyMatch(source -> !source.caps().isEmpty());
            case LIST_CHECKS, DECISIONS, PRICING -> false;
        };
    }

    private void criteria(String source, AcceptanceCriteria criteria, Clauses clauses) {
        if (criteria.ruleSet() != null) {
            String usual = source.isEmpty() ? CRITERIA : source + " " + CRITERIA;
            String name = criteria.ruleSet().name() == null
                    ? usual
                    : criteria.ruleSet().name();
            String place = source.isEmpty() ? "gates" : "source " + source;
            all.add(new Criteria(source, name, clauses.at(place, criteria.ruleSet(), Stage.GATE)));
        }
    }

    void see(Event event, Set<String> reached) {
        if (event.type().equals(EventType.SOURCE_ACCEPTED)) {
            reached.add(ACCEPTED);
            CoveredPrices.see(event, reached);
            judged(event, "", reached);
        } else if (event.type().equals(EventType.SOURCE_REJECTED)) {
            String gate = event.facts().get("gate").text();
            reached.add(rejected(gate));
            String cap = event.facts().get("cap").part("key").text();
            reached.add(reached(cap.substring(cap.lastIndexOf('/') + 1)));
            if (gate.equals(GateKind.ACCEPTANCE.text())) {
                judged(event, event.facts().get("rule_set").text(), reached);
            }
        }
    }

    /** @param failed the criteria that did not hold, as those before them did; empty for none */
    private void judged(Event event, String failed, Set<String> reached) {
        for (Criteria criteria : all) {
            if (criteria.judge(event) && criteria.name().equals(failed)) {
                criteria.rules().recorded(event.facts().get("clauses"), reached);
                return;
            }
            if (criteria.judge(event)) {
                criteria.rules().decided(event.snapshot(), event, true, reached);
            }
        }
    }
}
