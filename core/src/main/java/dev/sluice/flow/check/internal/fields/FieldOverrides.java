package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FieldOverride;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import dev.sluice.internal.names.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Overrides of fields that the flow has not, two of one field, and a name that is to fill two fields. */
final class FieldOverrides implements Check {
    @Override
    public void check(Subject subject, Found found) {
        List<String> fields =
                subject.flow().fields().stream().map(FieldDefinition::id).toList();
        for (int i = 0; i < subject.flow().sources().size(); i++) {
            source(subject.flow().sources().get(i), fields, "/sources/" + i + "/fieldOverrides/", found);
        }
    }

    private static void source(SourceDefinition source, List<String> fields, String pointer, Found found) {
        Map<String, Integer> overridden = new HashMap<>();
        Map<String, String> taken = new HashMap<>();
        fields.forEach(field -> taken.put(field, field));
        source.fields().forEach(field -> taken.put(field.id(), field.id()));
        for (int i = 0; i < source.fieldOverrides().size(); i++) {
            FieldOverride override = source.fieldOverrides().get(i);
            if (!fields.contains(override.field())) {
                found.error(
                        "unknown_override_field",
                        pointer + i + "/field",
                        "the flow has no field '" + override.field() + "'; "
                                + Nearest.advice(override.field(), fields));
            } else if (overridden.putIfAbsent(override.field(), i) != null) {
                found.error(
                        "repeated_override",
                        pointer + i + "/field",
                        "'" + override.field() + "' is overridden twice for this source; make one override of both");
            }
            names(override, taken, pointer + i + "/names/", found);
        }
    }

    private static void names(FieldOverride override, Map<String, String> taken, String pointer, Found found) {
        for (int i = 0; i < override.names().size(); i++) {
            String other = taken.putIfAbsent(override.names().get(i), override.field());
            if (other != null && !other.equals(override.field())) {
                found.warning(
                        "shared_name",
                        pointer + i,
                        "this name fills the field '" + other + "' too; give each field names of its own");
            }
        }
    }
}
