package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.PlacedStep;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Reads;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.Ref;
import dev.sluice.types.Section;
import java.util.List;
import java.util.Optional;

/** Rules and templates that wait for the answer of a step that runs after them, or of their own step. */
final class LaterSteps implements Check {
    private static final String STEPS = "/steps/";

    @Override
    public void check(Subject subject, Found found) {
        List<PlacedStep> inOrder = PlacedStep.all(subject.flow())
                .filter(placed -> placed.pointer().startsWith(STEPS))
                .toList();
        Reads.of(subject, (place, ref) -> {
            if (ref.declared() && place.pointer().startsWith(STEPS)) {
                read(place, ref, inOrder, found);
            }
        });
    }

    private static void read(Place place, Ref ref, List<PlacedStep> inOrder, Found found) {
        List<Integer> answering = inOrder.stream()
                .filter(placed -> answers(placed, ref))
                .map(inOrder::indexOf)
                .toList();
        int reader = reader(place.pointer(), inOrder);
        if (answering.isEmpty() || answering.stream().anyMatch(each -> each < reader)) {
            return;
        }
        PlacedStep own = inOrder.get(reader);
        PlacedStep first = inOrder.get(answering.get(0));
        if (inThisOrder(own, first, inOrder)) {
            found.warning(
                    "reads_later_step",
                    place.pointer(),
                    "'" + ref.path() + "' is the answer of step '"
                            + first.step().id() + "', which has not run here; "
                            + "move that step forward or stop reading it");
        }
    }

    private static boolean answers(PlacedStep placed, Ref ref) {
        Optional<String> member = ref.member();
        if (member.isEmpty()) {
            return false;
        }
        return ref.section() == Section.STEPS
                ? placed.step().id().equals(member.get())
                : ref.section() == Section.APPENDED
                        && FlowLayout.keys(placed.step()).contains(member.get());
    }

    /** The innermost step that stands around {@code pointer}. */
    private static int reader(String pointer, List<PlacedStep> inOrder) {
        int reader = 0;
        for (int i = 0; i < inOrder.size(); i++) {
            if (pointer.startsWith(inOrder.get(i).pointer() + "/")) {
                reader = i;
            }
        }
        return reader;
    }

    /** Whether the order of the text is the order in which they run: not among those whose turn, score or bid decides. */
    private static boolean inThisOrder(PlacedStep own, PlacedStep other, List<PlacedStep> inOrder) {
        return own == other
                || inOrder.stream()
                        .filter(placed -> placed.step() instanceof DistributeStep distribution
                                && distribution.strategy() != Strategy.WATERFALL)
                        .map(placed -> placed.pointer() + "/recipients/")
                        .noneMatch(inside -> own.pointer().startsWith(inside)
                                && other.pointer().startsWith(inside));
    }
}
