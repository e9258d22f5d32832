package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.PlacedStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import dev.sluice.internal.names.Nearest;
import dev.sluice.internal.names.Pointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sub-flows that are unknown, used nowhere, empty, or used by themselves; and flows that they make too long. */
final class SubFlows implements Check {
    /** As many steps as sub-flows may come to where they are used. */
    private static final long MAX_STEPS = 10_000;

    /** Beyond this nobody counts. */
    private static final long COUNTLESS = 1L << 40;

    @Override
    public void check(Subject subject, Found found) {
        FlowDefinition flow = subject.flow();
        List<PlacedStep> all = PlacedStep.all(flow).toList();
        Set<String> used = new HashSet<>();
        all.stream().filter(placed -> placed.step() instanceof SubFlowStep).forEach(use -> {
            used.add(name(use));
            known(flow, use, found);
        });
        flow.subFlows().forEach((name, steps) -> useful(name, steps, used, found));
        if (!flow.subFlows().isEmpty()) {
            all.forEach(placed -> plainId(placed, found));
        }
        new Extents(flow, all, found).check();
    }

    /** Steps of sub-flows run under {@code using/inside}, which no other step may be called. */
    private static void plainId(PlacedStep placed, Found found) {
        if (placed.step().id().contains("/")) {
            found.error(
                    "slash_in_id",
                    placed.pointer() + "/id",
                    "in a flow with sub-flows '/' stands between the ids of a step that uses one and of those inside;"
                            + " call the step otherwise");
        }
    }

    private static void known(FlowDefinition flow, PlacedStep use, Found found) {
        Set<String> names = flow.subFlows().keySet();
        if (!names.contains(name(use))) {
            found.error(
                    "unknown_sub_flow",
                    use.pointer() + "/subFlow",
                    "the flow has no sub-flow '" + name(use) + "'; " + Nearest.advice(name(use), names));
        }
    }

    private static void useful(String name, List<StepDefinition> steps, Set<String> used, Found found) {
        String pointer = Pointer.below("/subFlows", name);
        if (!used.contains(name)) {
            found.warning("unused_sub_flow", pointer, "no step uses this sub-flow; use it or remove it");
        } else if (steps.isEmpty()) {
            found.warning("nothing_to_do", pointer, "the sub-flow has no steps; add some or remove it");
        }
    }

    private static String name(PlacedStep use) {
        return ((SubFlowStep) use.step()).subFlow();
    }

    /**
     * What a sequence comes to once sub-flows stand where they are used.
     *
     * @param depth how many steps its deepest one stands inside of
     */
    private record Extent(long steps, int depth) {
        static final Extent NOTHING = new Extent(0, 0);

        Extent with(PlacedStep step, Extent inside) {
            return new Extent(
                    Math.min(steps + 1 + inside.steps, COUNTLESS), Math.max(depth, step.depth() + 1 + inside.depth));
        }
    }

    private static final class Extents {
        /** The steps of the flow under an empty name, and of each sub-flow under its pointer. */
        private final Map<String, List<PlacedStep>> sequences = new TreeMap<>();

        private final Map<String, Extent> known = new TreeMap<>();
        private final Set<String> open = new HashSet<>();
        private final Found found;

        Extents(FlowDefinition flow, List<PlacedStep> all, Found found) {
            this.found = found;
            sequences.put("", new ArrayList<>());
            flow.subFlows()
                    .keySet()
                    .forEach(name -> sequences.put(Pointer.below("/subFlows", name), new ArrayList<>()));
            all.forEach(placed -> sequences
                    .getOrDefault(owner(placed.pointer()), new ArrayList<>())
                    .add(placed));
        }

        private static String owner(String pointer) {
            String subFlows = "/subFlows/";
            return pointer.startsWith(subFlows) ? pointer.substring(0, pointer.indexOf('/', subFlows.length())) : "";
        }

        void check() {
            sequences.keySet().forEach(this::extent);
            int written = sequences.getOrDefault("", List.of()).size();
            if (extent("").steps() - written > MAX_STEPS) {
                found.error(
                        "too_many_steps",
                        "/steps",
                        "the sub-flows come to more than " + MAX_STEPS + " steps where they are used; use fewer");
            }
        }

        private Extent extent(String owner) {
            Extent already = known.get(owner);
            if (already != null) {
                return already;
            }
            open.add(owner);
            Extent extent = Extent.NOTHING;
            for (PlacedStep placed : sequences.getOrDefault(owner, List.of())) {
                extent = extent.with(
                        placed, placed.step() instanceof SubFlowStep use ? used(placed, use) : Extent.NOTHING);
            }
            open.remove(owner);
            known.put(owner, extent);
            return extent;
        }

        private Extent used(PlacedStep placed, SubFlowStep use) {
            String name = Pointer.below("/subFlows", use.subFlow());
            if (open.contains(name)) {
                found.error(
                        "sub_flow_cycle",
                        placed.pointer() + "/subFlow",
                        "sub-flow '" + use.subFlow() + "' would run inside itself; break the circle");
                return Extent.NOTHING;
            }
            Extent inside = open.size() > StepDefinition.MAX_DEPTH ? null : extent(name);
            if (inside == null || placed.depth() + 1 + inside.depth() > StepDefinition.MAX_DEPTH) {
                found.error(
                        "steps_too_deep",
                        placed.pointer() + "/subFlow",
                        "with this sub-flow, steps stand inside more than " + StepDefinition.MAX_DEPTH
                                + " others; use fewer inside each other");
                return Extent.NOTHING;
            }
            return inside;
        }
    }
}
