package dev.sluice.types;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values as plain Java data; missing members and elements are left out or null. */
final class ToJava {
    private ToJava() {}

    static @Nullable Object of(Value value) {
        if (value instanceof Text text) {
            return text.value();
        }
        if (value instanceof Num num) {
            return num.value();
        }
        if (value instanceof Bool bool) {
            return bool.value();
        }
        if (value instanceof Moment moment) {
            Optional<LocalDate> day = moment.day();
            return day.isPresent() ? day.get() : moment.instantIn(ZoneOffset.UTC);
        }
        if (value instanceof Typed typed) {
            return of(typed.normal());
        }
        return collection(value);
    }

    private static @Nullable Object collection(Value value) {
        if (value instanceof Obj obj) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            obj.members().forEach((name, member) -> map.put(name, of(member)));
            return map;
        }
        if (value instanceof Arr arr) {
            List<@Nullable Object> list = new ArrayList<>(arr.size());
            arr.forEach(element -> list.add(of(element)));
            return list;
        }
        return null;
    }
}
