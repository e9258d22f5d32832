package dev.sluice.templates.internal.program;

/** Writes a value. */
final class PrintNode extends Node {
    final Expr expr;
    private final boolean raw;
    private final Place place;

    PrintNode(Expr expr, boolean raw, Place place) {
        this.expr = expr;
        this.raw = raw;
        this.place = place;
    }

    @Override
    void run(Frame frame, StringBuilder out) {
        (raw ? Writer.RAW : frame.writer).write(expr.value(frame), out);
        frame.checkOutput(out, place);
    }
}
