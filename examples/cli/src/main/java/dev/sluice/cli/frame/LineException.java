package dev.sluice.cli.frame;

import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/** A line of input cannot be answered; carries what is said instead. */
public final class LineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Obj error;

    public LineException(String message) {
        super(message);
        this.error = Obj.EMPTY.with("message", Value.text(message));
    }

    private LineException(Obj error) {
        super(error.get("message").text());
        this.error = error;
    }

    /** The fault that {@code cause} tells. */
    public static LineException of(RuntimeException cause) {
        return new LineException(String.valueOf(cause.getMessage()));
    }

    /** This fault at {@code column} of what was read. */
    public LineException column(int column) {
        return new LineException(error.with("column", Num.of(column)));
    }

    /** This fault in {@code line} of what was read. */
    public LineException line(long line) {
        return new LineException(error.with("line", Num.of(line)));
    }

    /** {@code {"message", ...}}. */
    Obj error() {
        return error;
    }
}
