package dev.sluice.export.internal;

import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The data of a lead and of an event as a reader sees them. */
final class Parts {
    private Parts() {}

    /** Each section of a snapshot; the lead's fields, and names of their own, stand without their section. */
    static <T> List<Part<T>> ofSnapshot(Reader reader, Function<T, Scope> snapshot) {
        List<Part<T>> parts = new ArrayList<>();
        for (Section section : Section.values()) {
            boolean bare = section == Section.LEAD || section == Section.VARS;
            String path = section == Section.VARS ? "" : section.path() + ".";
            parts.add(new Part<>(
                    bare ? "" : path,
                    path,
                    row -> snapshot.apply(row).section(section),
                    (name, value) -> reader.of(section, name, value)));
        }
        return parts;
    }

    /** What the source sent, declared or not, as it came. */
    static <T> Part<T> ofInput(Reader reader, Function<T, Event> submitted) {
        return new Part<>(
                "data.",
                "data.",
                row -> submitted.apply(row).input().map(reader::input).orElse(Obj.EMPTY),
                (name, value) -> value);
    }

    /** What an event says beside its snapshot. */
    static List<Part<Event>> ofEvent(Reader reader) {
        List<Part<Event>> parts = new ArrayList<>(ofSnapshot(reader, Event::snapshot));
        parts.add(ofInput(reader, event -> event));
        parts.add(new Part<>("facts.", "facts.", Event::facts, (name, value) -> value));
        parts.add(new Part<>("detail.", "detail.", reader::detail, (name, value) -> value));
        return parts;
    }
}
