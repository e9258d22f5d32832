package dev.sluice.http.internal.body;

import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields with dotted names as nested objects and arrays. A container is an array when all names in it are digits. */
public final class JsonTree {
    private final Map<String, JsonTree> members = new LinkedHashMap<>();
    private @Nullable Value scalar;
    private boolean array;

    private JsonTree() {}

    /** The tree of {@code fields}. Where one name is both a scalar and a container, the scalar stays. */
    public static Value of(Obj fields, ArrayRule rule) {
        JsonTree root = new JsonTree();
        fields.members().forEach((name, value) -> root.put(Words.of(name), 0, value));
        return root.members.isEmpty() && rule == ArrayRule.FALSY ? Arr.of(List.of()) : root.value(rule);
    }

    /** {@code value} without what {@code rule} leaves out of arrays, typed values in plain form. */
    public static Value compact(Value value, ArrayRule rule) {
        if (value instanceof Arr arr) {
            List<Value> kept = new ArrayList<>(arr.size());
            for (Value element : arr) {
                addTo(kept, compact(element, rule), rule);
            }
            return Arr.of(kept);
        }
        if (value instanceof Obj obj) {
            Obj kept = obj;
            for (int i = 0; i < obj.shape().size(); i++) {
                kept = obj.at(i).isMissing() ? kept : kept.withAt(i, compact(obj.at(i), rule));
            }
            return kept;
        }
        return Plain.of(value);
    }

    private static void addTo(List<Value> kept, Value element, ArrayRule rule) {
        if (!rule.drops(element)) {
            kept.add(element);
        }
    }

    private void put(List<String> words, int at, Value value) {
        if (at == words.size()) {
            scalar = value;
        } else if (scalar == null) {
            String word = words.get(at);
            array = Words.isPlace(word) && (array || members.isEmpty());
            members.computeIfAbsent(word, name -> new JsonTree()).put(words, at + 1, value);
        }
    }

    private Value value(ArrayRule rule) {
        if (scalar != null) {
            return compact(scalar, rule);
        }
        return array ? elements(rule) : object(rule);
    }

    private Value object(ArrayRule rule) {
        Map<String, Value> values = new LinkedHashMap<>();
        members.forEach((name, member) -> values.put(name, member.value(rule)));
        return Obj.of(values);
    }

    private Value elements(ArrayRule rule) {
        List<Value> kept = new ArrayList<>();
        members.entrySet().stream()
                .sorted(Comparator.comparing(member -> Integer.valueOf(member.getKey())))
                .forEach(member -> addTo(kept, member.getValue().value(rule), rule));
        return Arr.of(kept);
    }
}
