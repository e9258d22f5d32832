package dev.sluice.internal;

import dev.sluice.rules.CompiledRules;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes what is sent out of what is known: each mapping that applies puts its value at its place. */
final class OutboundMapping {
    private final List<Entry> entries;

    OutboundMapping(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * One mapping.
     *
     * @param target where the value goes
     * @param when when it applies; null for always
     * @param source the value
     */
    record Entry(TargetPath target, @Nullable CompiledRules when, ValueSource source) {}

    /** The mapped data; all fields of the lead when there are no mappings. */
    Obj map(Scope scope, At at) {
        if (entries.isEmpty()) {
            return scope.section(Section.LEAD);
        }
        Tree tree = new Tree();
        for (Entry entry : entries) {
            if (entry.when() == null || entry.when().decide(scope, at).passed()) {
                Value value = entry.source().value(scope, at);
                if (!value.isMissing()) {
                    tree.put(entry.target(), value);
                }
            }
        }
        return tree.build();
    }
}
