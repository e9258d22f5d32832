package dev.sluice.json.internal.tree;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object being written, in the order people read it; what is left at its default is not written. */
public final class Out {
    private final Map<String, Value> members = new LinkedHashMap<>();

    public Out put(String key, Value value) {
        if (!value.isMissing()) {
            members.put(key, value);
        }
        return this;
    }

    public Out text(String key, @Nullable String value) {
        return value == null ? this : put(key, Value.text(value));
    }

    public <T> Out unless(T standard, String key, T value, Function<T, Value> write) {
        return value.equals(standard) ? this : put(key, write.apply(value));
    }

    public <T> Out optional(String key, @Nullable T value, Function<T, Value> write) {
        return value == null ? this : put(key, write.apply(value));
    }

    public Out flag(String key, boolean value, boolean standard) {
        return value == standard ? this : put(key, Value.bool(value));
    }

    public <T> Out list(String key, List<T> values, Function<T, Value> write) {
        return values.isEmpty() ? this : put(key, array(values, write));
    }

    public Out object(String key, Obj value) {
        return value.isBlank() ? this : put(key, value);
    }

    public Obj done() {
        return Obj.of(members);
    }

    public static <T> Value array(List<T> values, Function<T, Value> write) {
        List<Value> elements = new ArrayList<>(values.size());
        values.forEach(value -> elements.add(write.apply(value)));
        return Value.list(elements);
    }

    public static Value text(String value) {
        return Value.text(value);
    }

    public static Value zone(ZoneId zone) {
        return Value.text(zone.getId());
    }

    public static Value decimal(BigDecimal number) {
        return Value.number(number);
    }

    /** Whole milliseconds as a number, anything finer as ISO-8601. */
    public static Value duration(Duration duration) {
        boolean whole = duration.getNano() % 1_000_000 == 0 && Math.abs(duration.getSeconds()) < Long.MAX_VALUE / 1_001;
        return whole ? Value.number(duration.toMillis()) : Value.text(duration.toString());
    }
}
