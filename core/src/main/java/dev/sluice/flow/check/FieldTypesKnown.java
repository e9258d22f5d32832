package dev.sluice.flow.check;

import dev.sluice.internal.names.Nearest;

/** Fields of a type that nobody knows. */
final class FieldTypesKnown implements Check {
    @Override
    public void check(Subject subject, Found found) {
        for (int i = 0; i < subject.flow().fields().size(); i++) {
            String type = subject.flow().fields().get(i).type();
            if (subject.types().named(type).isEmpty()) {
                found.error(
                        "unknown_field_type",
                        "/fields/" + i + "/type",
                        "there is no field type '" + type + "'; "
                                + Nearest.advice(type, subject.types().names()));
            }
        }
    }
}
