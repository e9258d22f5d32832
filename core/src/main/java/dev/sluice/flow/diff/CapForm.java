package dev.sluice.flow.diff;

import dev.sluice.flow.Cap;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SharedCap;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Window;
import dev.sluice.rules.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cap at its place, as far as its count depends on it.
 *
 * @param rules those of each cap around it, then its own
 * @param quantity what it sums up and counts
 */
record CapForm(
        String pointer, String id, Owner owner, List<Optional<RuleSet>> rules, String quantity, CapWindow window) {

    /** The caps of a flow by the place of their count. */
    static Map<String, CapForm> all(FlowDefinition flow) {
        Collector collector = new Collector(flow);
        collector.collect();
        return collector.forms;
    }

    String phrase() {
        return owner.phrase();
    }

    /** Why the count of {@code earlier} is not kept; null when it is. */
    @Nullable String whyAnew(CapForm earlier) {
        if (rules.size() != earlier.rules.size()) {
            return "it stands within other caps now";
        }
        if (!rules.equals(earlier.rules)) {
            return "its rules changed";
        }
        if (!quantity.equals(earlier.quantity)) {
            return "it counts something else";
        }
        boolean otherKind = !window.getClass().equals(earlier.window.getClass());
        if (otherKind && !(window instanceof CapWindow.Total)) {
            return "its window is of another kind";
        }
        return length(window).compareTo(length(earlier.window)) < 0 ? "its window is shorter" : null;
    }

    /** In seconds. */
    private static BigDecimal length(CapWindow window) {
        if (window instanceof CapWindow.Calendar calendar) {
            return length(calendar.length());
        }
        return window instanceof CapWindow.Rolling rolling
                ? length(rolling.length())
                : BigDecimal.valueOf(Long.MAX_VALUE).multiply(BigDecimal.valueOf(Long.MAX_VALUE));
    }

    private static BigDecimal length(Window window) {
        long unit = window.interval().unit().getDuration().toSeconds();
        return BigDecimal.valueOf(unit).multiply(BigDecimal.valueOf(window.value()));
    }

    /** Walks through all places that have caps. */
    private static final class Collector {
        private final FlowDefinition flow;
        private final Set<String> sharedAtGates = new LinkedHashSet<>();
        private final Map<String, CapForm> forms = new LinkedHashMap<>();

        Collector(FlowDefinition flow) {
            this.flow = flow;
        }

        void collect() {
            gate(flow.caps(), new Place("flow", "", Owner.FLOW));
            for (int i = 0; i < flow.sources().size(); i++) {
                String id = flow.sources().get(i).id();
                Owner source = Owner.FLOW.inside(Subject.SOURCE, id);
                gate(flow.sources().get(i).caps(), new Place("source " + id, "/sources/" + i, source));
            }
            for (int i = 0; i < flow.steps().size(); i++) {
                step(flow.steps().get(i), "/steps/" + i, Owner.FLOW);
            }
            for (int i = 0; i < flow.sharedCaps().size(); i++) {
                Cap cap = flow.sharedCaps().get(i);
                Cap.Counts counts = sharedAtGates.contains(cap.id()) ? Cap.Counts.SUCCESSFUL : Cap.Counts.DELIVERED;
                Cap.Counts all = cap.counts() == null ? counts : cap.counts();
                cap(cap, new Place("shared", "/sharedCaps/" + i, Owner.FLOW), all, List.of());
            }
        }

        private void gate(List<CapEntry> caps, Place place) {
            caps.stream().filter(SharedCap.class::isInstance).forEach(cap -> sharedAtGates.add(cap.id()));
            entries(caps, place, Cap.Counts.SUCCESSFUL);
        }

        private void step(StepDefinition step, String pointer, Owner outer) {
            if (step instanceof RecipientStep recipient) {
                Owner owner = outer.inside(Subject.RECIPIENT, recipient.id());
                entries(recipient.caps(), new Place("step " + recipient.id(), pointer, owner), Cap.Counts.DELIVERED);
            } else if (step instanceof DistributeStep distribution) {
                Owner owner = outer.inside(Subject.DISTRIBUTION, distribution.id());
                for (int i = 0; i < distribution.recipients().size(); i++) {
                    step(distribution.recipients().get(i), pointer + "/recipients/" + i, owner);
                }
            }
        }

        private void entries(List<CapEntry> caps, Place place, Cap.Counts usual) {
            for (int i = 0; i < caps.size(); i++) {
                if (caps.get(i) instanceof Cap cap) {
                    cap(cap, place.below("/caps/" + i), usual, List.of());
                }
            }
        }

        private void cap(Cap cap, Place place, Cap.Counts usual, List<Optional<RuleSet>> outer) {
            List<Optional<RuleSet>> rules = new ArrayList<>(outer);
            rules.add(Optional.ofNullable(cap.ruleSet()));
            Owner owner = place.owner().inside(Subject.CAP, cap.id());
            String quantity = cap.type() + " " + counts(cap, usual);
            forms.putIfAbsent(
                    place.count() + " " + cap.id(),
                    new CapForm(place.pointer(), cap.id(), owner, rules, quantity, cap.window()));
            for (int i = 0; i < cap.caps().size(); i++) {
                cap(cap.caps().get(i), place.below("/caps/" + i), usual, rules);
            }
        }

        private static Cap.Counts counts(Cap cap, Cap.Counts usual) {
            if (cap.type() == Cap.Type.REVENUE) {
                return Cap.Counts.DELIVERED;
            }
            return cap.counts() == null ? usual : cap.counts();
        }
    }

    /**
     * Where caps stand.
     *
     * @param count under what they are counted
     */
    private record Place(String count, String pointer, Owner owner) {
        Place below(String further) {
            return new Place(count, pointer + further, owner);
        }
    }
}
