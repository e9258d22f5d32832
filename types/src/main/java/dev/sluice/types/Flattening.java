package dev.sluice.types;

import java.util.Map;

/** Nested members and components as dotted names. */
final class Flattening {
    private Flattening() {}

    static void into(Map<String, Value> flat, String prefix, Obj obj) {
        obj.members().forEach((name, value) -> into(flat, prefix + name, value));
    }

    private static void into(Map<String, Value> flat, String path, Value value) {
        if (value instanceof Obj obj) {
            into(flat, path + ".", obj);
        } else if (value instanceof Typed typed) {
            typed(flat, path, typed);
        } else {
            flat.put(path, value);
        }
    }

    private static void typed(Map<String, Value> flat, String path, Typed typed) {
        flat.put(path, typed.normal());
        flat.put(path + ".valid", Value.bool(typed.valid()));
        for (int i = 0; i < typed.parts().size(); i++) {
            if (!typed.component(i).isMissing()) {
                flat.put(path + "." + typed.parts().name(i), typed.component(i));
            }
        }
    }
}
