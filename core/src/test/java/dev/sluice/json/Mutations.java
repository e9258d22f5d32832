package dev.sluice.json;

import dev.sluice.types.Arr;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spoils documents: somewhere a member is renamed, dropped or replaced. */
public final class Mutations {
    private static final List<Value> STRANGERS = List.of(
            Value.text("stranger"),
            Value.number(7),
            Value.text("1.5"),
            Value.bool(true),
            Value.text(null),
            Obj.EMPTY,
            Value.list(List.of()),
            Value.list(List.of(Value.number(1))));

    private final Random random;

    public Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** {@code value} with one change somewhere inside. */
    public Value spoil(Value value) {
        boolean deeper = random.nextInt(4) > 0;
        if (value instanceof Obj obj && obj.size() > 0) {
            return inside(obj, deeper);
        }
        if (value instanceof Arr arr && arr.size() > 0 && deeper) {
            return inside(arr);
        }
        return STRANGERS.get(random.nextInt(STRANGERS.size()));
    }

    private Value inside(Obj obj, boolean deeper) {
        List<String> names = List.copyOf(obj.members().keySet());
        String name = names.get(random.nextInt(names.size()));
        Map<String, Value> members = new LinkedHashMap<>(obj.members());
        Value old = members.getOrDefault(name, Missing.MISSING);
        if (deeper) {
            members.put(name, spoil(old));
        } else {
            members.remove(name);
            if (random.nextBoolean()) {
                members.put(name + "x", old);
            }
        }
        return Obj.of(members);
    }

    private Value inside(Arr arr) {
        List<Value> elements = new ArrayList<>(arr.values());
        int at = random.nextInt(elements.size());
        elements.set(at, spoil(elements.get(at)));
        return Arr.of(elements);
    }
}
