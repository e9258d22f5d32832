package dev.sluice.flow.check.internal.gates;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.Section;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Look-ups before acceptance: without a key, under a key that means something else already, or with no time to answer. */
final class DecisionKeys implements Check {
    private static final Duration MAX = Duration.ofDays(1);

    @Override
    public void check(Subject subject, Found found) {
        FlowDefinition flow = subject.flow();
        Map<String, String> taken = taken(subject);
        List<LookUp> lookUps = flow.decisions().lookUps();
        for (int i = 0; i < lookUps.size(); i++) {
            String pointer = "/purchasingDecisions/lookUps/" + i;
            key(lookUps.get(i), pointer, taken, found);
            timeout(lookUps.get(i).timeout(), pointer + "/timeoutMs", found);
            if (lookUps.get(i).enricher().isBlank()) {
                found.error("empty_name", pointer + "/plugin", "the name of a plugin may not be blank; write one");
            }
        }
        timeout(flow.decisions().totalTimeout(), "/purchasingDecisions/totalTimeoutMs", found);
    }

    /** What a rule may mean by a first word already, and what gave it that meaning. */
    private static Map<String, String> taken(Subject subject) {
        FlowDefinition flow = subject.flow();
        Map<String, String> taken = new HashMap<>();
        for (Section section : Section.values()) {
            taken.put(section.path(), "the variable of that name");
        }
        subject.layout().shape(Section.VARS).names().forEach(name -> taken.put(name, "the variable of that name"));
        flow.allFields().forEach(field -> taken.put(field.id(), "the field of that name"));
        FlowLayout.allSteps(flow).forEach(step -> FlowLayout.keys(step)
                .forEach(key -> taken.put(key, "what the step '" + step.id() + "' appends")));
        return taken;
    }

    private static void key(LookUp lookUp, String pointer, Map<String, String> taken, Found found) {
        if (lookUp.key().isBlank()) {
            found.error("empty_name", pointer + "/key", "a key may not be blank; write one");
            return;
        }
        String before = taken.putIfAbsent(lookUp.key(), "the look-up at " + pointer);
        if (before != null) {
            found.error(
                    "clashing_key",
                    pointer + "/key",
                    "'" + lookUp.key() + "' is the name of " + before + "; give the look-up a key of its own");
        }
    }

    private static void timeout(Duration timeout, String pointer, Found found) {
        if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(MAX) > 0) {
            found.error(
                    "invalid_timeout",
                    pointer,
                    "a time-out is longer than 0 and at most a day; 3000 is usual for look-ups");
        }
    }
}
