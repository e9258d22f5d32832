package dev.sluice.event;

import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which fields of a lead are valid, and why the others are not. */
final class Validation {
    private static final Shape SHAPE = Shape.of("valid", "problem");

    private Validation() {}

    static Obj of(Scope snapshot) {
        Map<String, Value> fields = new LinkedHashMap<>();
        snapshot.section(Section.LEAD).members().forEach((name, value) -> {
            if (value instanceof Typed typed && !typed.isBlank()) {
                Value problem =
                        typed.problem().<Value>map(fault -> fault.value()).orElse(Value.missing());
                fields.put(name, Obj.of(SHAPE, typed.valid() ? Bool.TRUE : Bool.FALSE, problem));
            }
        });
        return Obj.of(fields);
    }
}
