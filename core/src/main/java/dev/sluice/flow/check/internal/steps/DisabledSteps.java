package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.PlacedStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Reads;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.Ref;
import dev.sluice.types.Section;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Rules and templates that wait for the answer of a step that is disabled. */
final class DisabledSteps implements Check {
    @Override
    public void check(Subject subject, Found found) {
        Map<String, String> disabled = new HashMap<>();
        Set<String> answered = new HashSet<>();
        PlacedStep.all(subject.flow()).forEach(placed -> {
            StepDefinition step = placed.step();
            if (placed.enabled()) {
                answered.addAll(FlowLayout.keys(step));
            } else {
                FlowLayout.keys(step).forEach(key -> disabled.put(key, step.id()));
            }
        });
        disabled.keySet().removeAll(answered);
        if (!disabled.isEmpty()) {
            Reads.of(subject, (place, ref) -> warn(place, ref, disabled, found));
        }
    }

    private static void warn(Place place, Ref ref, Map<String, String> disabled, Found found) {
        String step = ref.declared() && ref.section() == Section.APPENDED
                ? ref.member().map(disabled::get).orElse(null)
                : null;
        if (step != null) {
            found.warning(
                    "reads_disabled_step",
                    place.pointer(),
                    "'" + ref.path() + "' is the answer of step '" + step
                            + "', which is disabled, so there is none; enable the step or stop reading it");
        }
    }
}
