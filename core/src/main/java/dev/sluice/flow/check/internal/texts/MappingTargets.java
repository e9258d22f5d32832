package dev.sluice.flow.check.internal.texts;

import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.internal.names.Nearest;
import dev.sluice.types.Stage;
import java.util.List;

/** Mappings to nowhere, and inbound ones to a field that the flow has not. */
final class MappingTargets implements Check {
    @Override
    public void check(Subject subject, Found found) {
        List<String> fields =
                subject.flow().allFields().stream().map(FieldDefinition::id).toList();
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void mapping(Place place, MappingDefinition mapping) {
                target(place, mapping.property(), fields, found);
                if (mapping.required() && place.stage() != Stage.DELIVERY) {
                    found.warning(
                            "unused_required",
                            place.pointer() + "/required",
                            "nothing is sent here; require the field, or the mapping of a recipient or enhancement");
                }
            }
        });
    }

    private static void target(Place place, String property, List<String> fields, Found found) {
        if (property.isBlank()) {
            found.error("empty_property", place.pointer() + "/property", "a mapping needs a target; name a property");
        } else if (place.stage() == Stage.STEP && !fields.contains(SetStep.field(property))) {
            found.error(
                    "unknown_set_field",
                    place.pointer() + "/property",
                    "the flow has no field '" + property + "' to set; "
                            + Nearest.advice(SetStep.field(property), fields));
        } else if (place.stage() == Stage.INBOUND && !fields.contains(SetStep.field(property))) {
            found.warning(
                    "unknown_target",
                    place.pointer() + "/property",
                    "the flow has no field '" + property + "'; " + Nearest.advice(SetStep.field(property), fields));
        }
    }
}
