package dev.sluice.json;

import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one form of equal values: names sorted at every level, numbers in their plain spelling. */
final class Canonical {
    private Canonical() {}

    static Value of(Value value) {
        if (value instanceof Obj obj) {
            Map<String, Value> sorted = new TreeMap<>();
            obj.members().forEach((name, member) -> sorted.put(name, of(member)));
            return Obj.of(sorted);
        }
        if (value instanceof Arr arr) {
            List<Value> elements = new ArrayList<>(arr.size());
            arr.forEach(element -> elements.add(of(element)));
            return Arr.of(elements);
        }
        return value instanceof Num num ? Num.of(num.value()) : value;
    }
}
