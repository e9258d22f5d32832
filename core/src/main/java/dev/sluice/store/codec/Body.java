package dev.sluice.store.codec;

import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clear part of an event as it was read; what a newer version added stands among the facts. */
final class Body {
    @Nullable String flowHash;

    @Nullable String engine;

    @Nullable String next;

    /** What the source sent, without what was sealed of it until that is read too; null when nothing is told of it. */
    @Nullable Map<String, Value> input;

    boolean full;
    Obj facts = Obj.EMPTY;
    final Map<String, String> exact = new LinkedHashMap<>();
    final Map<Section, Map<String, Value>> set = new EnumMap<>(Section.class);
    final Map<Section, List<String>> gone = new EnumMap<>(Section.class);

    /** What the source sent; null when the event does not tell of it. */
    @Nullable Lead lead() {
        Map<String, Value> members = input;
        if (members == null) {
            return null;
        }
        Lead lead = Lead.from(text(members, "source"));
        if (members.get("data") instanceof Obj data) {
            lead = lead.with(all(data));
        }
        if (members.get("details") instanceof Obj details) {
            for (Map.Entry<String, Value> detail : details.members().entrySet()) {
                lead = lead.detail(detail.getKey(), detail.getValue());
            }
        }
        if (members.containsKey("submitted_at")) {
            lead = lead.submittedAt(Instant.parse(text(members, "submitted_at")));
        }
        return members.containsKey("test") ? lead.test() : lead;
    }

    /** Missing values too, which a lead may hold by name. */
    private static Map<String, Value> all(Obj data) {
        Map<String, Value> all = new LinkedHashMap<>();
        for (int i = 0; i < data.shape().size(); i++) {
            all.put(data.shape().name(i), data.at(i));
        }
        return all;
    }

    private static String text(Map<String, Value> members, String name) {
        Value value = members.get(name);
        return value == null ? "" : value.text();
    }

    /** The snapshot of the event, given the one of the event before. */
    Scope applyTo(Scope before) {
        Scope scope = full ? Scope.EMPTY : before;
        for (Map.Entry<Section, Map<String, Value>> section : set.entrySet()) {
            scope = scope.with(section.getKey(), scope.section(section.getKey()).merge(Obj.of(section.getValue())));
        }
        for (Map.Entry<Section, List<String>> section : gone.entrySet()) {
            Obj left = scope.section(section.getKey());
            for (String name : section.getValue()) {
                left = left.with(name, Value.missing());
            }
            scope = scope.with(section.getKey(), left);
        }
        return scope;
    }
}
