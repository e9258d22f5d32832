package dev.sluice.flow.check.internal.money;

import dev.sluice.flow.Cap;
import dev.sluice.flow.Cap.Counts;
import dev.sluice.flow.Cap.Type;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SharedCap;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Caps that count what there is not at their place, and shared caps that are unknown or used nowhere. */
final class CapPlaces implements Check {
    @Override
    public void check(Subject subject, Found found) {
        counted(subject.flow(), found);
        shared(subject.flow(), found);
    }

    private static void counted(FlowDefinition flow, Found found) {
        Set<String> ofRecipients = sharedByRecipients(flow);
        FlowWalk.through(flow, new FlowVisitor() {
            @Override
            public void cap(Place place, Cap cap) {
                boolean isShared = place.pointer().startsWith("/sharedCaps/");
                boolean isRecipients = isShared ? ofRecipients.contains(root(place)) : place.stage() == Stage.STEP;
                countable(cap, isRecipients, isShared, place.pointer(), found);
            }

            private String root(Place place) {
                return place.pointer().split("/", -1)[2];
            }
        });
    }

    /** The indexes of shared caps that recipients use, as pointers show them. */
    private static Set<String> sharedByRecipients(FlowDefinition flow) {
        Set<String> used = new HashSet<>();
        FlowLayout.allSteps(flow)
                .filter(RecipientStep.class::isInstance)
                .flatMap(step -> ((RecipientStep) step).caps().stream())
                .filter(SharedCap.class::isInstance)
                .forEach(cap -> used.add(cap.id()));
        Set<String> indexes = new HashSet<>();
        List<Cap> shared = flow.sharedCaps();
        for (int i = 0; i < shared.size(); i++) {
            if (used.contains(shared.get(i).id())) {
                indexes.add(Integer.toString(i));
            }
        }
        return indexes;
    }

    private static void countable(Cap cap, boolean isRecipients, boolean isShared, String pointer, Found found) {
        Counts counts = cap.counts();
        if (cap.type() == Type.COST && isRecipients) {
            found.error(
                    "cap_out_of_place",
                    pointer + "/type",
                    "a recipient costs nothing; cap the flow's or source's cost");
        } else if (cap.type() == Type.REVENUE && counts != null && counts != Counts.DELIVERED) {
            found.error("cap_out_of_place", pointer + "/counts", "revenue comes from deliveries; remove 'counts'");
        } else if (cap.type() == Type.COST && counts == Counts.SUBMITTED) {
            found.error(
                    "cap_out_of_place",
                    pointer + "/counts",
                    "a lead that is refused costs nothing; count accepted ones");
        } else if (isRecipients && !isShared && (counts == Counts.ACCEPTED || counts == Counts.SUCCESSFUL)) {
            found.error(
                    "cap_out_of_place",
                    pointer + "/counts",
                    "a recipient's cap counts deliveries; say delivered or submitted, or cap the flow or the source");
        } else if (isShared && isRecipients && counts == Counts.SUBMITTED) {
            found.error("cap_out_of_place", pointer + "/counts", "a shared cap counts leads or deliveries; say which");
        }
    }

    private static void shared(FlowDefinition flow, Found found) {
        Set<String> unused = new HashSet<>();
        flow.sharedCaps().forEach(cap -> unused.add(cap.id()));
        Set<String> known = Set.copyOf(unused);
        FlowWalk.through(flow, new FlowVisitor() {
            @Override
            public void sharedCap(Place place, SharedCap cap) {
                unused.remove(cap.id());
                if (!known.contains(cap.id())) {
                    found.error(
                            "unknown_shared_cap",
                            place.pointer(),
                            "no shared cap is called '" + cap.id() + "'; add it to the flow's sharedCaps");
                }
            }
        });
        for (int i = 0; i < flow.sharedCaps().size(); i++) {
            if (unused.contains(flow.sharedCaps().get(i).id())) {
                found.warning(
                        "unused_shared_cap",
                        "/sharedCaps/" + i,
                        "nobody uses this cap; name it among the caps of sources or recipients, or remove it");
            }
        }
    }
}
