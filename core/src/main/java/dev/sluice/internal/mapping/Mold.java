package dev.sluice.internal.mapping;

import dev.sluice.internal.mapping.TargetPath.Word;
import dev.sluice.types.Arr;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The nested form that a list of targets makes, found once: values poured into it become an object. Members that got no
 * value are absent, array slots that got none are left out, and a branch without any value is absent as a whole.
 */
public final class Mold {
    private final Part root;

    private Mold(Part root) {
        this.root = root;
    }

    /**
     * The form of {@code targets}; value {@code i} will go to target {@code i}. Where targets are equal the later value
     * wins; where one leads through another, the one that ends there wins.
     */
    public static Mold of(List<TargetPath> targets) {
        Branch root = new Branch(false);
        for (int i = 0; i < targets.size(); i++) {
            root.add(targets.get(i).words(), 0, i);
        }
        return new Mold(root.part());
    }

    /** The object of {@code values}; missing ones are left out. */
    public Obj pour(Value[] values) {
        return root.fill(values) instanceof Obj obj ? obj : Obj.EMPTY;
    }

    private sealed interface Part {
        /** The value of this part; missing when nothing was poured into it. */
        Value fill(Value[] values);
    }

    /** The place of one value; of several with the same target the last that is present. */
    private record Leaf(int[] sources) implements Part {
        @Override
        public Value fill(Value[] values) {
            for (int i = sources.length - 1; i >= 0; i--) {
                if (!values[sources[i]].isMissing()) {
                    return values[sources[i]];
                }
            }
            return Missing.MISSING;
        }
    }

    private record Members(Shape shape, Part[] parts) implements Part {
        @Override
        public Value fill(Value[] values) {
            Obj.Builder members = Obj.builder(shape);
            boolean some = false;
            for (int i = 0; i < parts.length; i++) {
                Value member = parts[i].fill(values);
                members.set(i, member);
                some |= !member.isMissing();
            }
            return some ? members.build() : Missing.MISSING;
        }
    }

    private record Elements(Part[] parts) implements Part {
        @Override
        public Value fill(Value[] values) {
            List<Value> elements = new ArrayList<>(parts.length);
            for (Part part : parts) {
                Value element = part.fill(values);
                if (!element.isMissing()) {
                    elements.add(element);
                }
            }
            return elements.isEmpty() ? Missing.MISSING : Arr.of(elements);
        }
    }

    /** The form while it is found. */
    private static final class Branch {
        private final boolean isArray;
        private final Set<String> order = new LinkedHashSet<>();
        private final Map<String, Branch> branches = new HashMap<>();
        private final Map<String, List<Integer>> leaves = new HashMap<>();

        Branch(boolean isArray) {
            this.isArray = isArray;
        }

        void add(List<Word> words, int at, int source) {
            String name = words.get(at).name();
            order.add(name);
            if (at == words.size() - 1) {
                branches.remove(name);
                leaves.computeIfAbsent(name, none -> new ArrayList<>(1)).add(source);
            } else if (!leaves.containsKey(name)) {
                boolean array = words.get(at + 1).isIndex();
                branches.computeIfAbsent(name, none -> new Branch(array)).add(words, at + 1, source);
            }
        }

        Part part() {
            Map<String, Part> parts = new LinkedHashMap<>();
            order.forEach(name -> parts.put(name, part(name)));
            return isArray ? elements(parts) : members(parts);
        }

        private Part part(String name) {
            Branch branch = branches.get(name);
            return branch == null ? leaf(leaves.getOrDefault(name, List.of())) : branch.part();
        }

        private static Leaf leaf(List<Integer> sources) {
            return new Leaf(sources.stream().mapToInt(Integer::intValue).toArray());
        }

        private static Part members(Map<String, Part> parts) {
            return new Members(
                    Shape.of(List.copyOf(parts.keySet())), parts.values().toArray(Part[]::new));
        }

        private static Part elements(Map<String, Part> parts) {
            Map<Integer, Part> inOrder = new TreeMap<>();
            parts.forEach((name, part) -> inOrder.put(Integer.parseInt(name), part));
            return new Elements(inOrder.values().toArray(Part[]::new));
        }
    }
}
