package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.Cap;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something with an id of its own.
 *
 * @param kind the word for it; ids are unique among those of one kind
 * @param name for people, when it has one
 */
record Named(
        String kind, String pointer, String id, @Nullable String name) {

    /** All of them, in the order of the text. */
    static List<Named> all(FlowDefinition flow) {
        List<Named> all = new ArrayList<>();
        all.add(new Named("flow", "", flow.id(), flow.name()));
        List<FieldDefinition> fields = flow.fields();
        for (int i = 0; i < fields.size(); i++) {
            all.add(new Named(
                    "field", "/fields/" + i, fields.get(i).id(), fields.get(i).name()));
        }
        List<SourceDefinition> sources = flow.sources();
        for (int i = 0; i < sources.size(); i++) {
            SourceDefinition source = sources.get(i);
            all.add(new Named(
                    "source", "/sources/" + i, source.id(), source.entity().name()));
            for (int j = 0; j < source.fields().size(); j++) {
                FieldDefinition field = source.fields().get(j);
                String pointer = "/sources/" + i + "/fields/" + j;
                all.add(new Named("field of source " + i, pointer, field.id(), field.name()));
            }
        }
        FlowWalk.through(flow, new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                all.add(new Named("step", place.pointer(), step.id(), step.name()));
            }

            @Override
            public void cap(Place place, Cap cap) {
                all.add(new Named("cap", place.pointer(), cap.id(), cap.name()));
            }
        });
        return all;
    }
}
