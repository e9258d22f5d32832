package dev.sluice.templates.internal.program;

import dev.sluice.types.Ref;
import org.jspecify.annotations.Nullable;

/** Writes a value. */
final class PrintNode extends Node {
    private final Expr expr;
    private final @Nullable Ref ref;
    private final boolean raw;
    private final Place place;

    PrintNode(Expr expr, boolean raw, Place place) {
        this.expr = expr;
        this.ref = expr instanceof RefExpr path ? path.ref() : null;
        this.raw = raw;
        this.place = place;
    }

    Expr expr() {
        return expr;
    }

    @Override
    void run(Frame frame, StringBuilder out) {
        Writer writer = raw ? Writer.RAW : frame.writer;
        writer.write(ref != null ? ref.read(frame.scope) : expr.value(frame), out);
        frame.checkOutput(out, place);
    }
}
