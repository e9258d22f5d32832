package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import java.util.HashMap;
import java.util.Map;

/** Steps whose answers stand in one place, so that the later one covers the earlier. */
final class AppendedKeys implements Check {
    @Override
    public void check(Subject subject, Found found) {
        Map<String, String> first = new HashMap<>();
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof EnhancementStep enhancement) {
                    key(enhancement.key(), place, first, found);
                } else if (step instanceof RecipientStep recipient) {
                    key(recipient.key(), place, first, found);
                }
            }
        });
    }

    private static void key(String key, Place place, Map<String, String> first, Found found) {
        String before = first.putIfAbsent(key, place.pointer());
        if (before != null && !key.isBlank()) {
            found.warning(
                    "repeated_key",
                    place.pointer() + "/key",
                    "the answers of this step and of the one at " + before + " both stand under appended." + key
                            + "; give one of them a key of its own");
        }
    }
}
