package dev.sluice.internal.mapping;

import dev.sluice.rules.CompiledRules;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes what is sent out of what is known: each mapping that applies puts its value at its place. */
public final class OutboundMapping {
    private final Entry[] entries;
    private final Mold mold;

    public OutboundMapping(List<Entry> entries) {
        this.entries = entries.toArray(Entry[]::new);
        this.mold = Mold.of(entries.stream().map(Entry::target).toList());
    }

    /**
     * One mapping.
     *
     * @param property the target as it is written
     * @param target where the value goes
     * @param when when it applies; null for always
     * @param source the value
     * @param required whether it must give something where it applies
     */
    public record Entry(
            String property, TargetPath target, @Nullable CompiledRules when, ValueSource source, boolean required) {

        boolean applies(Scope scope, At at) {
            return when == null || when.decide(scope, at).passed();
        }
    }

    /**
     * The mapped data; all fields of the lead when there are no mappings.
     *
     * @param faults is told of mappings that fail
     */
    public Obj map(Scope scope, At at, MappingFaults faults) {
        if (entries.length == 0) {
            return scope.section(Section.LEAD);
        }
        Value[] values = new Value[entries.length];
        for (int i = 0; i < entries.length; i++) {
            values[i] = value(entries[i], scope, at, faults);
        }
        return mold.pour(values);
    }

    /** One mapping that fails stops no other. */
    private static Value value(Entry entry, Scope scope, At at, MappingFaults faults) {
        if (!entry.applies(scope, at)) {
            return Missing.MISSING;
        }
        Value value = Missing.MISSING;
        try {
            value = entry.source().value(scope, at);
        } catch (TemplateException fault) {
            faults.add(entry.property(), fault);
        }
        if (entry.required() && value.isBlank()) {
            faults.lacks(entry.property());
        }
        return value;
    }
}
