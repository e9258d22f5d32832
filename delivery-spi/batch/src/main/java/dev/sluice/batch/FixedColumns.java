package dev.sluice.batch;

import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Columns as settings give them: a width, or an object of {@code width side fill}. */
final class FixedColumns {
    private static final Set<String> KEYS = Set.of("width", "side", "fill");

    private FixedColumns() {}

    /** @throws IllegalArgumentException with the header of the column that is wrong */
    static Map<String, FixedColumn> read(Value value) {
        if (!(value instanceof Obj columns)) {
            throw new IllegalArgumentException("'columns' is an object of headers and widths");
        }
        Map<String, FixedColumn> read = new LinkedHashMap<>();
        columns.members().forEach((header, column) -> read.put(header, column(header, column)));
        return read;
    }

    private static FixedColumn column(String header, Value value) {
        try {
            return value instanceof Obj parts ? column(parts) : FixedColumn.of(width(value));
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("column '" + header + "': " + refused.getMessage(), refused);
        }
    }

    private static FixedColumn column(Obj parts) {
        if (!KEYS.containsAll(parts.members().keySet())) {
            throw new IllegalArgumentException("a column has 'width', 'side' and 'fill'");
        }
        String side = parts.get("side").isAbsent() ? "left" : parts.get("side").text();
        if (!side.equals("left") && !side.equals("right")) {
            throw new IllegalArgumentException("'side' is left or right");
        }
        String fill = parts.get("fill").isAbsent() ? " " : parts.get("fill").text();
        if (fill.length() != 1) {
            throw new IllegalArgumentException("'fill' is one character");
        }
        FixedColumn column = FixedColumn.of(width(parts.get("width"))).fill(fill.charAt(0));
        return side.equals("right") ? column.atRight() : column;
    }

    private static int width(Value value) {
        try {
            if (value instanceof Num num) {
                return num.value().intValueExact();
            }
        } catch (ArithmeticException none) {
            // Said below.
        }
        throw new IllegalArgumentException("a width is a whole number");
    }
}
