package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import dev.sluice.internal.names.Nearest;

/** Fields of a type that nobody knows. */
final class FieldTypesKnown implements Check {
    @Override
    public void check(Subject subject, Found found) {
        for (PlacedField placed : PlacedField.all(subject.flow())) {
            String type = placed.field().type();
            if (subject.types().named(type).isEmpty()) {
                found.error(
                        "unknown_field_type",
                        placed.pointer() + "/type",
                        "there is no field type '" + type + "'; "
                                + Nearest.advice(type, subject.types().names()));
            }
        }
    }
}
