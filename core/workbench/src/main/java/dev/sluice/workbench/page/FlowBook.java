package dev.sluice.workbench.page;

import dev.sluice.FlowRevision;
import dev.sluice.Sluice;
import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.json.EventJson;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions behind events: how private fields are, what they are called, and the rules of each revision. For one thread. */
final class FlowBook {
    private final Sluice sluice;
    private final Reader reader;
    private final Map<String, List<FlowRevision>> revisions = new LinkedHashMap<>();
    private final Map<String, Reader> readers = new HashMap<>();
    private final Map<Event.Context, Rulebook> rulebooks = new HashMap<>();

    FlowBook(Sluice sluice, Reader reader) {
        this.sluice = sluice;
        this.reader = reader;
    }

    private List<FlowRevision> revisions(String flow) {
        return revisions.computeIfAbsent(flow, sluice::revisions);
    }

    /** The latest definition of a flow; empty where the store has none. */
    private Optional<FlowDefinition> latest(String flow) {
        List<FlowRevision> all = revisions(flow);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).definition());
    }

    /** The latest definitions of all flows that were asked for. */
    List<FlowDefinition> flows() {
        return revisions.keySet().stream()
                .map(this::latest)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The reader of this event's flow. */
    Reader reader(Event event) {
        return readers.computeIfAbsent(event.context().flow(), flow -> latest(flow)
                .map(definition -> reader.of(EventJson.privacy(definition, FieldTypes.standard())))
                .orElse(reader));
    }

    /** The rules that this event was decided by; none where its revision is not in the store. */
    Rulebook rules(Event event) {
        return rulebooks.computeIfAbsent(event.context(), context -> revisions(context.flow()).stream()
                .filter(revision -> revision.number() == context.revision())
                .findFirst()
                .map(revision -> new Rulebook(revision.definition()))
                .orElseGet(() ->
                        new Rulebook(FlowDefinition.builder(context.flow()).build())));
    }

    /** Names and types of fields by flow: {@code {solar: {email: [name, type]}}}. */
    Obj fields() {
        Map<String, Value> all = new LinkedHashMap<>();
        for (FlowDefinition flow : flows()) {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (FieldDefinition field : flow.allFields()) {
                fields.put(field.id(), Value.list(List.of(new Text(field.label()), new Text(field.type()))));
            }
            all.put(flow.id(), Obj.of(fields));
        }
        return Obj.of(all);
    }
}
