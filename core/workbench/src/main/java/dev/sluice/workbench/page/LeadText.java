package dev.sluice.workbench.page;

import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.json.EventJson;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One lead with all its events as JSON: {@code [[metadata, [[path, value], ...], decisions], ...]}. The data of the first
 * event stand there whole, those of each later one as what is different; a path without a value is gone. What is different and hidden
 * from the reader is named with what he sees of it.
 */
final class LeadText {
    private static final Set<String> ELSEWHERE = Set.of("data", "clauses", "branches", "account_id");

    private final FlowBook flows;
    private final Traces traces;
    private final StringBuilder json = new StringBuilder(4_096).append('[');
    /** What the reader has seen so far. */
    private final Map<String, Value> seen = new HashMap<>();
    /** What there was after the last event, by section. */
    private final Map<Section, Map<String, Value>> known = new EnumMap<>(Section.class);

    private Scope before = Scope.EMPTY;

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
        json.append(json.length() == 1 ? "[" : ",[").append(ValueJson.write(metadata(event, reader)));
        json.append(",[");
        differences(event.snapshot(), reader);
        json.append("],").append(ValueJson.write(traces.of(event, flows.rules(event), reader, seen)));
        event.input().ifPresent(input -> json.append(',').append(ValueJson.write(reader.input(input))));
        json.append(']');
    }

    private static Obj metadata(Event event, Reader reader) {
        Map<String, Value> all = new LinkedHashMap<>();
        EventJson.seenBy(reader).metadata(event).members().forEach((name, value) -> {
            if (!ELSEWHERE.contains(name)) {
                all.put(name, value);
            }
        });
        return Obj.of(all);
    }

    /** Sections that an event did not touch are the same object as before. */
    private void differences(Scope now, Reader reader) {
        String comma = "";
        for (Section section : Section.values()) {
            if (now.section(section) != before.section(section)) {
                comma = differences(section, Scope.EMPTY.with(section, now.section(section)), reader, comma);
            }
        }
        before = now;
    }

    private String differences(Section section, Scope alone, Reader reader, String first) {
        Map<String, Value> whole = alone.flat();
        Map<String, Value> shown = reader.of(alone).flat();
        Map<String, Value> earlier = known.getOrDefault(section, Map.of());
        Set<String> paths = new LinkedHashSet<>(whole.keySet());
        paths.addAll(earlier.keySet());
        String comma = first;
        for (String path : paths) {
            Value value = shown.get(path);
            boolean same = of(earlier, path).equals(of(whole, path));
            if (!same && (value != null || seen.containsKey(path))) {
                difference(comma, path, value);
                comma = ",";
            }
        }
        known.put(section, whole);
        return comma;
    }

    private void difference(String comma, String path, @Nullable Value value) {
        json.append(comma).append('[').append(ValueJson.write(Value.text(path)));
        if (value == null) {
            json.append(']');
            seen.remove(path);
        } else {
            json.append(',').append(ValueJson.write(value)).append(']');
            seen.put(path, value);
        }
    }

    private static Value of(Map<String, Value> flat, String path) {
        return flat.getOrDefault(path, Missing.MISSING);
    }

    private String words(Event last) {
        StringBuilder words = new StringBuilder();
        flows.reader(last).of(last.snapshot()).section(Section.LEAD).members().forEach((name, value) -> {
            String text = value.text();
            if (!name.equals("id") && !text.isBlank()) {
                words.append(words.isEmpty() ? "" : " ").append(text);
            }
        });
        return words.toString();
    }
}
