package dev.sluice.internal;

import dev.sluice.internal.TargetPath.Word;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Nested data while it is being put together. Array slots that nothing was put at are left out at the end. */
final class Tree {
    private final Branch root = new Branch(false);

    /** An object or array in the making; leaves are values, everything else branches. */
    private static final class Branch {
        private final boolean isArray;
        private final Map<String, Object> members = new LinkedHashMap<>();

        Branch(boolean isArray) {
            this.isArray = isArray;
        }

        Branch branch(String name, boolean array) {
            if (members.get(name) instanceof Branch branch) {
                return branch;
            }
            Branch branch = new Branch(array);
            members.put(name, branch);
            return branch;
        }

        Value build() {
            return isArray ? Arr.of(elements()) : Obj.of(built());
        }

        private Map<String, Value> built() {
            Map<String, Value> built = new LinkedHashMap<>(members.size() * 2);
            members.forEach((name, member) -> built.put(name, value(member)));
            return built;
        }

        private List<Value> elements() {
            Map<Integer, Value> inOrder = new TreeMap<>();
            members.forEach((name, member) -> inOrder.put(Integer.parseInt(name), value(member)));
            return List.copyOf(inOrder.values());
        }

        private static Value value(Object member) {
            return member instanceof Branch branch ? branch.build() : (Value) member;
        }
    }

    void put(TargetPath path, Value value) {
        Branch branch = root;
        List<Word> words = path.words();
        for (int i = 0; i < words.size() - 1; i++) {
            branch = branch.branch(words.get(i).name(), words.get(i + 1).isIndex());
        }
        branch.members.put(words.get(words.size() - 1).name(), value);
    }

    Obj build() {
        return (Obj) root.build();
    }
}
