package dev.sluice.page;

import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.json.EventJson;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One lead with all its events as JSON: {@code [[metadata, [[path, value], ...], decisions], ...]}. The data of the first
 * event stand there whole, those of each later one as what is different; a path without a value is gone. What is different and hidden
 * from the reader is named with what he sees of it.
 */
final class LeadText {
    private static final Set<String> ELSEWHERE = Set.of("lead", "data", "clauses", "branches", "account_id");

    private final FlowBook flows;
    private final Traces traces;
    private final StringBuilder json = new StringBuilder(4_096).append('[');
    private Map<String, Value> seen = Map.of();
    private Map<String, Value> known = Map.of();

    private LeadText(FlowBook flows, Traces traces) {
        this.flows = flows;
        this.traces = traces;
    }

    /**
     * A lead as its reader sees it.
     *
     * @param json all its events
     * @param words what can be searched: the lead's values after the last event
     */
    record Written(String json, String words) {}

    static Written of(List<Event> events, FlowBook flows, Traces traces) {
        LeadText text = new LeadText(flows, traces);
        events.forEach(text::add);
        return new Written(text.json.append(']').toString(), text.words(events.get(events.size() - 1)));
    }

    private void add(Event event) {
        Reader reader = flows.reader(event);
        Map<String, Value> now = reader.of(event.snapshot()).flat();
        Map<String, Value> whole = event.snapshot().flat();
        json.append(json.length() == 1 ? "[" : ",[").append(ValueJson.write(metadata(event, reader)));
        json.append(",[");
        differences(now, whole);
        json.append("],").append(ValueJson.write(traces.of(event, flows.rules(event), reader, now)));
        event.input().ifPresent(input -> json.append(',').append(ValueJson.write(reader.input(input))));
        json.append(']');
        seen = now;
        known = whole;
    }

    private static Obj metadata(Event event, Reader reader) {
        Obj all = EventJson.seenBy(reader).object(event);
        Obj kept = Obj.EMPTY;
        List<String> names = new ArrayList<>(all.members().keySet());
        names.removeAll(ELSEWHERE);
        for (String name : names) {
            kept = kept.with(name, all.get(name));
        }
        return kept;
    }

    private void differences(Map<String, Value> now, Map<String, Value> whole) {
        Set<String> paths = new LinkedHashSet<>(whole.keySet());
        paths.addAll(known.keySet());
        String comma = "";
        for (String path : paths) {
            Value before = known.getOrDefault(path, Missing.MISSING);
            Value after = whole.getOrDefault(path, Missing.MISSING);
            boolean shown = now.containsKey(path) || seen.containsKey(path);
            if (shown && !before.equals(after)) {
                json.append(comma).append('[').append(ValueJson.write(Value.text(path)));
                Value value = now.get(path);
                json.append(value == null ? "]" : "," + ValueJson.write(value) + "]");
                comma = ",";
            }
        }
    }

    private String words(Event last) {
        StringBuilder words = new StringBuilder();
        flows.reader(last)
                .of(last.snapshot())
                .section(dev.sluice.types.Section.LEAD)
                .members()
                .forEach((name, value) -> {
                    String text = value.text();
                    if (!name.equals("id") && !text.isBlank()) {
                        words.append(words.isEmpty() ? "" : " ").append(text);
                    }
                });
        return words.toString();
    }
}
