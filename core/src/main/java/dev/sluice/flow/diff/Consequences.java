package dev.sluice.flow.diff;

import dev.sluice.flow.FlowDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an edit does to counts. */
final class Consequences {
    private Consequences() {}

    static List<Consequence> of(FlowDefinition before, FlowDefinition after, List<Change> changes) {
        if (!before.id().equals(after.id())) {
            String words =
                    "these are two flows: what '" + before.id() + "' counted does not count for '" + after.id() + "'";
            return List.of(new Consequence("other_flow", "/id", after.id(), words));
        }
        Map<String, CapForm> old = CapForm.all(before);
        List<Consequence> all = new ArrayList<>();
        CapForm.all(after).forEach((place, form) -> {
            CapForm earlier = old.get(place);
            String why = earlier == null ? elsewhere(old, form, changes) : form.whyAnew(earlier);
            if (why != null) {
                all.add(new Consequence(
                        "cap_begins_anew", form.pointer(), form.id(), form.phrase() + " begins at 0: " + why));
            }
        });
        return all;
    }

    private static @Nullable String elsewhere(Map<String, CapForm> old, CapForm form, List<Change> changes) {
        if (changes.stream().anyMatch(change -> Objects.equals(change.to(), form.pointer() + "/id"))) {
            return "it has another id now";
        }
        boolean known = old.values().stream().anyMatch(each -> each.id().equals(form.id()));
        return known ? "it stands elsewhere now" : null;
    }
}
