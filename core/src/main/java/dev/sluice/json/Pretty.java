package dev.sluice.json;

import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.Map;

/** Writes a value for people: what fits on a line stands on one, all else is broken member by member. */
final class Pretty {
    private static final int WIDTH = 110;

    private final StringBuilder out = new StringBuilder();

    private Pretty() {}

    static String of(Value value) {
        Pretty pretty = new Pretty();
        pretty.write(value, 0, 0);
        return pretty.out.append('\n').toString();
    }

    private void write(Value value, int indent, int used) {
        String line = JsonOut.spaced(value);
        if (indent + used + line.length() <= WIDTH || isFlat(value)) {
            out.append(line);
        } else if (value instanceof Obj obj) {
            object(obj, indent + 2);
        } else if (value instanceof Arr arr) {
            array(arr, indent + 2);
        }
    }

    private static boolean isFlat(Value value) {
        return !(value instanceof Obj) && !(value instanceof Arr);
    }

    private void object(Obj obj, int indent) {
        String separator = "{\n";
        for (Map.Entry<String, Value> member : obj.members().entrySet()) {
            String name = JsonOut.quoted(member.getKey()) + ": ";
            out.append(separator).append(" ".repeat(indent)).append(name);
            write(member.getValue(), indent, name.length() + 1);
            separator = ",\n";
        }
        out.append('\n').append(" ".repeat(indent - 2)).append('}');
    }

    private void array(Arr arr, int indent) {
        String separator = "[\n";
        for (Value element : arr) {
            out.append(separator).append(" ".repeat(indent));
            write(element, indent, 1);
            separator = ",\n";
        }
        out.append('\n').append(" ".repeat(indent - 2)).append(']');
    }
}
