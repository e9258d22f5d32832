package dev.sluice.json.internal.part;

import dev.sluice.flow.Transform;
import dev.sluice.flow.Transform.Kind;
import dev.sluice.internal.names.Pointer;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Arr;
import dev.sluice.types.Null;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Transforms: a word, an object with one word and its argument, or an array of these. */
final class TransformForm {
    static final Words<Kind> KINDS = kinds();

    private TransformForm() {}

    private static Words<Kind> kinds() {
        Words<Kind> words = Words.of("transform", "unknown_transform");
        for (Kind kind : Kind.values()) {
            words = words.with(kind, kind.text());
        }
        return words;
    }

    static List<Transform> read(Node node) {
        List<Transform> transforms = new ArrayList<>();
        if (node.value() instanceof Arr) {
            node.list(each -> each).forEach(each -> add(transforms, each));
        } else {
            add(transforms, node);
        }
        return transforms;
    }

    private static void add(List<Transform> transforms, Node node) {
        if (node.value() instanceof Obj obj) {
            obj.members().forEach((word, argument) -> add(transforms, node, word, argument));
        } else {
            accept(transforms, node, node.word(KINDS, Kind.TRIM), Null.NULL);
        }
    }

    private static void add(List<Transform> transforms, Node node, String word, Value argument) {
        Node at = new Node(argument, Pointer.below(node.pointer(), word), node.faults());
        Kind kind = KINDS.meaning(word);
        if (kind == null) {
            node.faults().wrong(KINDS.code(), at.pointer(), KINDS.unknown(word));
        } else {
            accept(transforms, at, kind, argument);
        }
    }

    private static void accept(List<Transform> transforms, Node node, Kind kind, Value argument) {
        if (kind.accepts(argument)) {
            transforms.add(new Transform(kind, argument));
        } else {
            node.faults()
                    .wrong("invalid_transform", node.pointer(), "transform " + kind.text() + " needs " + kind.need());
        }
    }

    static Value write(List<Transform> transforms) {
        return transforms.size() == 1 ? write(transforms.get(0)) : Out.array(transforms, TransformForm::write);
    }

    private static Value write(Transform transform) {
        Value word = Value.text(transform.kind().text());
        return transform.argument() instanceof Null
                ? word
                : Obj.of(Map.of(transform.kind().text(), transform.argument()));
    }
}
