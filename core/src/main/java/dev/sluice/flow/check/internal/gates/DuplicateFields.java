package dev.sluice.flow.check.internal.gates;

import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import dev.sluice.internal.names.Nearest;
import java.util.List;

/** A duplicate check on nothing, on fields that the flow has not, or over no time. */
final class DuplicateFields implements Check {
    @Override
    public void check(Subject subject, Found found) {
        DuplicateCheck check = subject.flow().duplicateCheck();
        if (check == null) {
            return;
        }
        List<String> known =
                subject.flow().fields().stream().map(FieldDefinition::id).toList();
        for (int i = 0; i < check.fields().size(); i++) {
            String field = check.fields().get(i);
            String name = field.startsWith("lead.") ? field.substring("lead.".length()) : field;
            if (check.fields().subList(0, i).contains(field)) {
                found.warning(
                        "repeated_duplicate_field",
                        "/duplicateCheck/fields/" + i,
                        "the field '" + field + "' is compared already; name it once");
            }
            if (!known.contains(name)) {
                found.error(
                        "unknown_duplicate_field",
                        "/duplicateCheck/fields/" + i,
                        "the flow has no field '" + field + "'; " + Nearest.advice(name, known));
            }
        }
        if (check.fields().isEmpty() && check.key() == null) {
            found.error(
                    "no_duplicate_fields",
                    "/duplicateCheck/fields",
                    "a duplicate check compares at least one field or a key; name one, or remove the check");
        }
        if (check.window().value() < 1) {
            found.error("window_too_short", "/duplicateCheck/window/value", "a window lasts at least 1 unit");
        }
    }
}
