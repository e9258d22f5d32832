package dev.sluice.templates.internal.helper;

import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Text;
import dev.sluice.types.Value;

/** Arrays as text. */
final class Joining {
    private static final int MAX_DEPTH = 64;

    private Joining() {}

    static Value join(Value[] arguments, At at) {
        Value values = arguments[0];
        if (values.isAbsent()) {
            return values;
        }
        String separator = arguments[1].isMissing() ? "," : Values.text(arguments[1]);
        return new Text(values.plain() instanceof Arr array ? joined(array, separator) : Values.text(values));
    }

    /** The texts of the elements with {@code separator} between them; what is absent is empty. */
    static String joined(Arr array, String separator) {
        StringBuilder out = new StringBuilder();
        append(array, separator, out, 0);
        return out.toString();
    }

    private static void append(Arr array, String separator, StringBuilder out, int depth) {
        for (int i = 0; i < array.size(); i++) {
            out.append(i == 0 ? "" : separator);
            if (array.at(i).plain() instanceof Arr inner && depth < MAX_DEPTH) {
                append(inner, ",", out, depth + 1);
            } else {
                out.append(array.at(i).text());
            }
        }
    }
}
