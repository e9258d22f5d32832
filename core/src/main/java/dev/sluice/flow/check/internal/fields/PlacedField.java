package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import java.util.ArrayList;
import java.util.List;

/** A field of the flow or of a source, and where it stands. */
record PlacedField(FieldDefinition field, String pointer) {

    /** All of them, in the order of the text. */
    static List<PlacedField> all(FlowDefinition flow) {
        List<PlacedField> all = new ArrayList<>(of(flow.fields(), "/fields/"));
        for (int i = 0; i < flow.sources().size(); i++) {
            all.addAll(of(flow.sources().get(i).fields(), "/sources/" + i + "/fields/"));
        }
        return all;
    }

    private static List<PlacedField> of(List<FieldDefinition> fields, String pointer) {
        List<PlacedField> placed = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            placed.add(new PlacedField(fields.get(i), pointer + i));
        }
        return placed;
    }
}
