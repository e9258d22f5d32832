package dev.sluice.inbound;

import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes objects of names with dots: {@code contact.name} is the member {@code name} of {@code contact}. Members named 0,
 * 1, 2 and so on make an array. A name that comes again makes an array of its values. Nothing is lost when names contradict
 * each other: after {@code a}, {@code a.b} stays as it is written; after {@code a.b}, {@code a} is the member {@code _} of
 * the object.
 */
final class Nesting {
    private static final String TEXT = "_";

    private final InboundLimits limits;
    private final Branch root = new Branch();

    Nesting(InboundLimits limits) {
        this.limits = limits;
    }

    void add(String name, String value) {
        String[] words = name.split("\\.", -1);
        if (words.length > limits.depth()) {
            throw new Unreadable(400, "A name has more than " + limits.depth() + " levels");
        }
        for (String word : words) {
            if (word.isEmpty()) {
                words = new String[] {name};
                break;
            }
        }
        if (!root.add(words, 0, new Text(value))) {
            root.add(new String[] {name}, 0, new Text(value));
        }
    }

    Obj done() {
        return root.object();
    }

    /** An object that is still being made. */
    private static final class Branch {
        private final Map<String, Branch> branches = new LinkedHashMap<>();
        private final Map<String, List<Value>> leaves = new LinkedHashMap<>();
        private final Map<String, Boolean> order = new LinkedHashMap<>();

        /** False when a name on the way is a value already. */
        boolean add(String[] words, int at, Value value) {
            String word = words[at];
            if (at == words.length - 1) {
                end(word, value);
                return true;
            }
            if (leaves.containsKey(word)) {
                return false;
            }
            Branch branch = branches.getOrDefault(word, new Branch());
            boolean added = branch.add(words, at + 1, value);
            if (added) {
                order.put(word, false);
                branches.put(word, branch);
            }
            return added;
        }

        private void end(String word, Value value) {
            Branch branch = branches.get(word);
            if (branch == null) {
                order.put(word, true);
                leaves.computeIfAbsent(word, none -> new ArrayList<>(1)).add(value);
            } else {
                branch.end(TEXT, value);
            }
        }

        Obj object() {
            Map<String, Value> members = new LinkedHashMap<>();
            order.forEach((name, isLeaf) -> members.put(name, isLeaf ? leaf(name) : branch(name)));
            return Obj.of(members);
        }

        private Value leaf(String name) {
            List<Value> values = leaves.getOrDefault(name, List.of());
            return values.size() == 1 ? values.get(0) : Arr.of(values);
        }

        private Value branch(String name) {
            Branch branch = branches.getOrDefault(name, new Branch());
            Obj object = branch.object();
            for (int i = 0; i < object.shape().size(); i++) {
                if (!branch.order.containsKey(Integer.toString(i))) {
                    return object;
                }
            }
            List<Value> elements = new ArrayList<>();
            for (int i = 0; i < object.shape().size(); i++) {
                elements.add(object.get(Integer.toString(i)));
            }
            return Arr.of(elements);
        }
    }
}
