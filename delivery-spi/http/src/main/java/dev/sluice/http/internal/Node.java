package dev.sluice.http.internal;

import dev.sluice.templates.Templates;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A setting, ready to be rendered. */
interface Node {
    Value of(Rendered rendered);

    /** Adds the names of all secrets in it. */
    void secrets(Set<String> names);

    static Node of(Value value, boolean singleBraces, Templates templates) {
        if (value instanceof Text text) {
            List<Piece> pieces = Piece.all(text.value(), singleBraces, templates);
            return pieces.stream().allMatch(Piece.Constant.class::isInstance) ? new Same(text) : new Pieces(pieces);
        }
        if (value instanceof Arr arr) {
            List<Node> nodes = arr.values().stream()
                    .map(element -> of(element, singleBraces, templates))
                    .toList();
            return isSame(nodes) ? new Same(arr) : new Elements(nodes);
        }
        if (value instanceof Obj obj) {
            Map<String, Node> members = new LinkedHashMap<>();
            obj.members().forEach((name, member) -> members.put(name, of(member, singleBraces, templates)));
            return isSame(members.values()) ? new Same(obj) : Members.of(members);
        }
        return new Same(value);
    }

    private static boolean isSame(Collection<Node> nodes) {
        return nodes.stream().allMatch(Same.class::isInstance);
    }

    /** Text; a single part keeps its type. */
    record Pieces(List<Piece> pieces) implements Node {
        @Override
        public Value of(Rendered rendered) {
            if (pieces.size() == 1) {
                return pieces.get(0).of(rendered);
            }
            StringBuilder text = new StringBuilder();
            pieces.forEach(piece -> text.append(piece.of(rendered).text()));
            return new Text(text.toString());
        }

        @Override
        public void secrets(Set<String> names) {
            pieces.forEach(piece -> piece.secrets(names));
        }
    }

    /** An array. */
    record Elements(List<Node> nodes) implements Node {
        @Override
        public Value of(Rendered rendered) {
            return Arr.of(nodes.stream().map(node -> node.of(rendered)).toList());
        }

        @Override
        public void secrets(Set<String> names) {
            nodes.forEach(node -> node.secrets(names));
        }
    }

    /** An object. */
    record Members(Shape shape, List<Node> nodes) implements Node {
        static Members of(Map<String, Node> nodes) {
            return new Members(Shape.of(List.copyOf(nodes.keySet())), List.copyOf(nodes.values()));
        }

        @Override
        public Obj of(Rendered rendered) {
            Value[] values = new Value[nodes.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = nodes.get(i).of(rendered);
            }
            return Obj.of(shape, values);
        }

        @Override
        public void secrets(Set<String> names) {
            nodes.forEach(node -> node.secrets(names));
        }
    }

    /** What has no text. */
    record Same(Value value) implements Node {
        @Override
        public Value of(Rendered rendered) {
            return value;
        }

        @Override
        public void secrets(Set<String> names) {
            // There are none.
        }
    }
}
