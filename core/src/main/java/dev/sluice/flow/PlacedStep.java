package dev.sluice.flow;

import dev.sluice.internal.names.Pointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step where it stands in a definition.
 *
 * @param pointer JSON pointer: {@code /steps/0/branches/1/steps/0}
 * @param depth how many steps it stands inside of
 * @param enabled whether it and all those are
 */
public record PlacedStep(String pointer, StepDefinition step, int depth, boolean enabled) {

    /** The steps of a flow and of its sub-flows, those inside another behind it; what stands deeper than may be is left out. */
    public static Stream<PlacedStep> all(FlowDefinition flow) {
        List<PlacedStep> all = new ArrayList<>();
        below(all, "/steps", flow.steps());
        flow.subFlows().forEach((name, steps) -> below(all, Pointer.below("/subFlows", name), steps));
        return all.stream();
    }

    private static void below(List<PlacedStep> all, String pointer, List<StepDefinition> steps) {
        Deque<PlacedStep> open = new ArrayDeque<>();
        push(open, pointer, steps, 0, true);
        while (!open.isEmpty()) {
            PlacedStep next = open.pop();
            all.add(next);
            next.openInto(open);
        }
    }

    private void openInto(Deque<PlacedStep> open) {
        if (depth < StepDefinition.MAX_DEPTH) {
            List<List<? extends StepDefinition>> sequences = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            step.nested().forEach((key, steps) -> {
                keys.add(0, key);
                sequences.add(0, steps);
            });
            for (int i = 0; i < keys.size(); i++) {
                push(open, pointer + "/" + keys.get(i), sequences.get(i), depth + 1, enabled);
            }
        }
    }

    private static void push(
            Deque<PlacedStep> open, String pointer, List<? extends StepDefinition> steps, int depth, boolean enabled) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            StepDefinition step = steps.get(i);
            open.push(new PlacedStep(Pointer.below(pointer, i), step, depth, enabled && step.enabled()));
        }
    }
}
