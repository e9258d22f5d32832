package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import java.util.HashMap;
import java.util.Map;

/** Two fields, sources, steps or caps with one id. */
final class DuplicateIds implements Check {
    @Override
    public void check(Subject subject, Found found) {
        Map<String, String> first = new HashMap<>();
        for (Named named : Named.all(subject.flow())) {
            String before = first.putIfAbsent(named.kind() + " " + named.id(), named.pointer());
            if (before != null && !named.id().isBlank()) {
                found.error(
                        "duplicate_id",
                        named.pointer() + "/id",
                        "the " + named.kind() + " at " + before + " is called '" + named.id()
                                + "' too; give one of them another id");
            }
        }
    }
}
