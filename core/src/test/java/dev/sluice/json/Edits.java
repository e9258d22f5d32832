package dev.sluice.json;

import dev.sluice.InvalidFlowException;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Edits definitions as their authors do: something is dropped, put elsewhere, or says something else. */
final class Edits {
    private static final int ATTEMPTS = 60;

    private final Random random;

    Edits(long seed) {
        this.random = new Random(seed);
    }

    /** {@code flow} after some edits; those that make it unreadable are left out. */
    FlowDefinition some(FlowDefinition flow) {
        FlowDefinition edited = flow;
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            edited = one(edited);
        }
        return edited;
    }

    /** {@code flow} after one edit that changes it; itself when none was found. */
    FlowDefinition one(FlowDefinition flow) {
        Value tree = FlowJson.tree(flow);
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                FlowDefinition edited = FlowJson.read(ValueJson.write(edit(tree)));
                if (!edited.equals(flow)) {
                    return edited;
                }
            } catch (InvalidFlowException unreadable) {
                continue;
            }
        }
        return flow;
    }

    private Value edit(Value value) {
        if (value instanceof Obj obj && obj.size() > 0) {
            return inside(obj);
        }
        if (value instanceof Arr arr && arr.size() > 0) {
            return inside(arr);
        }
        return other(value);
    }

    private Value inside(Obj obj) {
        Map<String, Value> members = new LinkedHashMap<>(obj.members());
        List<String> names = List.copyOf(members.keySet());
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(5) == 0) {
            members.remove(name);
        } else {
            members.put(name, edit(obj.get(name)));
        }
        return Obj.of(members);
    }

    private Value inside(Arr arr) {
        List<Value> elements = new ArrayList<>(arr.values());
        int at = random.nextInt(elements.size());
        switch (random.nextInt(5)) {
            case 0 -> elements.remove(at);
            case 1 -> Collections.shuffle(elements, random);
            case 2 -> elements.add(random.nextInt(elements.size() + 1), edit(elements.get(at)));
            default -> elements.set(at, edit(elements.get(at)));
        }
        return Arr.of(elements);
    }

    private Value other(Value value) {
        if (value instanceof Num) {
            return Value.number(1 + random.nextInt(900));
        }
        if (value instanceof Bool bool) {
            return Value.bool(!bool.value());
        }
        return value instanceof Text text ? Value.text(text.value() + random.nextInt(10)) : Value.text("new");
    }
}
