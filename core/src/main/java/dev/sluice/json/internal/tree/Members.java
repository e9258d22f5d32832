package dev.sluice.json.internal.tree;

import dev.sluice.internal.names.Pointer;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of one object by their canonical keys. A null counts as left out, except where it is a value itself. */
public final class Members {
    private final Node owner;
    private final Vocabulary vocabulary;
    private final Map<String, Node> members = new HashMap<>();

    public Members(Node owner, Vocabulary vocabulary, Obj obj) {
        this.owner = owner;
        this.vocabulary = vocabulary;
        obj.members().forEach(this::take);
    }

    private void take(String key, Value value) {
        String pointer = Pointer.below(owner.pointer(), key);
        String canonical = vocabulary.canonical(key);
        if (canonical == null) {
            owner.faults().wrong("unknown_key", pointer, vocabulary.unknown(key));
        } else if (members.putIfAbsent(canonical, new Node(value, pointer, owner.faults())) != null) {
            owner.faults()
                    .wrong("duplicate_key", pointer, "'" + canonical + "' is given twice; keep one of its spellings");
        }
    }

    /** Says of those of {@code keys} that are given that they are settings of another strategy. */
    public Members refuse(Set<String> keys, String strategy) {
        for (String key : new TreeSet<>(keys)) {
            Node node = members.get(key);
            if (node != null) {
                String text = "'" + key + "' is a setting of the strategy " + strategy + "; remove it";
                owner.faults().wrong("setting_of_other_strategy", node.pointer(), text);
            }
        }
        return this;
    }

    public boolean has(String key) {
        Node node = members.get(key);
        return node != null && !node.isNull();
    }

    /** The member {@code key} even if it is null; missing when it is left out. */
    public Value value(String key) {
        Node node = members.get(key);
        return node == null ? Value.missing() : node.value();
    }

    public <T> @Nullable T orNull(String key, Function<Node, T> read) {
        Node node = members.get(key);
        return node == null || node.isNull() ? null : read.apply(node);
    }

    public <T> T or(String key, Function<Node, T> read, T standard) {
        T given = orNull(key, read);
        return given == null ? standard : given;
    }

    public <T> List<T> list(String key, Function<Node, T> read) {
        return or(key, node -> node.list(read), List.of());
    }

    /** The member {@code key}, which must be there; {@code stopgap} when it is not. */
    public <T> T need(String key, Function<Node, T> read, T stopgap) {
        T given = orNull(key, read);
        if (given == null) {
            // An object that is none at all has been found out already.
            if (owner.value() instanceof Obj) {
                owner.faults().missing(owner.pointer(), key, vocabulary.thing() + " needs '" + key + "'; add it");
            }
            return stopgap;
        }
        return given;
    }

    public String text(String key) {
        return need(key, Node::text, "");
    }

    public @Nullable String textOrNull(String key) {
        return orNull(key, Node::text);
    }

    public boolean flag(String key, boolean standard) {
        return or(key, Node::flag, standard);
    }

    public Node owner() {
        return owner;
    }
}
