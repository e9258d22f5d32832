package dev.sluice.store.codec;

import dev.sluice.types.FieldType;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rebuilds a typed value of its stored parts, without parsing anything. */
final class StoredTyped {
    private final String type;
    private @Nullable Value raw;
    private @Nullable Value normal;
    private @Nullable Problem problem;
    private boolean masked;
    private Obj parts = Obj.EMPTY;

    StoredTyped(String type) {
        this.type = type;
    }

    void raw(Value value) {
        this.raw = value;
    }

    void normal(Value value) {
        this.normal = value;
    }

    void problem(Problem what) {
        this.problem = what;
    }

    void masked() {
        this.masked = true;
    }

    void parts(Obj members) {
        this.parts = members;
    }

    Typed build(Function<String, Optional<FieldType>> types) {
        FieldType found = types.apply(type)
                .filter(known -> known.parts().names().containsAll(parts.shape().names()))
                .orElseGet(() -> new NeutralType(type, parts.shape()));
        Value given = raw == null ? Missing.MISSING : raw;
        Value form = normal == null ? given : normal;
        Value[] components = components(found.parts());
        Typed typed = problem == null
                ? Typed.valid(found, given, form, components)
                : Typed.invalid(found, given, form, problem, components);
        return masked ? typed.masked(given, form, components) : typed;
    }

    private Value[] components(Shape shape) {
        List<String> names = shape.names();
        Value[] components = new Value[names.size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = parts.get(names.get(i));
        }
        return components;
    }
}
