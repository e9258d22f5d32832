package dev.sluice.json;

import dev.sluice.internal.names.Pointer;
import dev.sluice.types.Arr;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A document without what stands at some places; what is empty then is gone too. */
final class Pruned {
    private Pruned() {}

    static Value of(Value document, Set<String> places) {
        return at(document, "", places);
    }

    /** What stands at {@code root}, without the places below it. */
    static Value below(Value document, String root, Set<String> places) {
        Value value = document;
        for (String name : root.substring(1).split("/", -1)) {
            value = value instanceof Arr arr
                    ? arr.at(Integer.parseInt(name))
                    : value.part(name.replace("~1", "/").replace("~0", "~"));
        }
        return inside(value, root, places);
    }

    private static Value at(Value value, String pointer, Set<String> places) {
        return places.contains(pointer) ? Missing.MISSING : inside(value, pointer, places);
    }

    private static Value inside(Value value, String pointer, Set<String> places) {
        if (value instanceof Obj obj) {
            Map<String, Value> members = new LinkedHashMap<>();
            obj.members().forEach((name, member) -> {
                Value kept = at(member, Pointer.below(pointer, name), places);
                if (!kept.isMissing()) {
                    members.put(name, kept);
                }
            });
            return members.isEmpty() ? Missing.MISSING : Obj.of(members);
        }
        if (value instanceof Arr arr) {
            List<Value> elements = new ArrayList<>();
            for (int i = 0; i < arr.size(); i++) {
                Value kept = at(arr.at(i), Pointer.below(pointer, i), places);
                if (!kept.isMissing()) {
                    elements.add(kept);
                }
            }
            return elements.isEmpty() ? Missing.MISSING : Arr.of(elements);
        }
        return value;
    }
}
