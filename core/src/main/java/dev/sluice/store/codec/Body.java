package dev.sluice.store.codec;

import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
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

    @Nullable Lead input;

    boolean full;
    Obj facts = Obj.EMPTY;
    final Map<String, String> exact = new LinkedHashMap<>();
    final Map<Section, Map<String, Value>> set = new EnumMap<>(Section.class);
    final Map<Section, List<String>> gone = new EnumMap<>(Section.class);

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
