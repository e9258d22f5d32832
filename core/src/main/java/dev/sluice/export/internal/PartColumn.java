package dev.sluice.export.internal;

import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/** A member of a part, or a component below it. Remembers where the last row had it: rows of a flow are alike. */
final class PartColumn<T> implements Column<T> {
    private final Part<T> part;
    private final String path;
    private @Nullable Shape known;
    private int at;
    private String below = "";

    PartColumn(Part<T> part, String path) {
        this.part = part;
        this.path = path;
    }

    @Override
    public Value of(T row) {
        Obj obj = part.of().apply(row);
        if (obj.shape() != known) {
            locate(obj.shape());
        }
        if (at < 0 || obj.at(at).isMissing()) {
            return Missing.MISSING;
        }
        Value seen = part.seen().of(obj.shape().name(at), obj.at(at));
        return below.isEmpty() ? seen : below(seen, below);
    }

    /** The longest name that is there wins: names may hold dots themselves. */
    private void locate(Shape shape) {
        int end = path.length();
        int found = shape.indexOf(path);
        while (found < 0 && end > 0) {
            end = path.lastIndexOf('.', end - 1);
            found = end < 0 ? -1 : shape.indexOf(path.substring(0, end));
        }
        known = shape;
        at = found;
        below = found < 0 || end == path.length() ? "" : path.substring(end + 1);
    }

    private static Value below(Value value, String path) {
        Value whole = value.part(path);
        int dot = path.indexOf('.');
        while (whole.isMissing() && dot >= 0) {
            Value head = value.part(path.substring(0, dot));
            whole = head.isMissing() ? head : below(head, path.substring(dot + 1));
            dot = path.indexOf('.', dot + 1);
        }
        return whole;
    }
}
