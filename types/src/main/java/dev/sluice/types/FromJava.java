package dev.sluice.types;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain Java data as values. */
final class FromJava {
    static final int MAX_DEPTH = 64;

    private FromJava() {}

    static Value value(@Nullable Object java, int depth) {
        if (java == null) {
            return Null.NULL;
        }
        if (java instanceof Value value) {
            return value;
        }
        if (java instanceof CharSequence text) {
            return new Text(text.toString());
        }
        if (java instanceof Boolean flag) {
            return Value.bool(flag);
        }
        if (java instanceof Number number) {
            return number(number);
        }
        return other(java, depth);
    }

    private static Value number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return Num.of(decimal);
        }
        if (number instanceof BigInteger integer) {
            return Num.of(new BigDecimal(integer));
        }
        if (number instanceof Double || number instanceof Float) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? Num.of(new BigDecimal(number.toString())) : Null.NULL;
        }
        return Num.of(number.longValue());
    }

    private static Value other(Object java, int depth) {
        if (depth >= MAX_DEPTH) {
            throw new IllegalArgumentException("data nested deeper than " + MAX_DEPTH + " levels is refused");
        }
        if (java instanceof Instant instant) {
            return Moment.of(instant);
        }
        if (java instanceof LocalDate day) {
            return Moment.of(day);
        }
        if (java instanceof Map<?, ?> map) {
            return object(map, depth);
        }
        if (java instanceof Iterable<?> values) {
            return array(values, depth);
        }
        if (java.getClass().isArray()) {
            return array(elements(java), depth);
        }
        throw new IllegalArgumentException(java.getClass().getName()
                + " is no lead data: give text, numbers, booleans, dates, maps, lists or arrays");
    }

    private static Obj object(Map<?, ?> map, int depth) {
        Map<String, Value> members = new LinkedHashMap<>(map.size() * 2);
        map.forEach((key, value) -> members.put(String.valueOf(key), value(value, depth + 1)));
        return Obj.of(members);
    }

    private static Arr array(Iterable<?> values, int depth) {
        List<Value> elements = new ArrayList<>();
        for (Object value : values) {
            elements.add(value(value, depth + 1));
        }
        return Arr.of(elements);
    }

    private static List<@Nullable Object> elements(Object array) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }
}
