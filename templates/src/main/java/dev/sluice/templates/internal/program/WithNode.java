package dev.sluice.templates.internal.program;

import dev.sluice.types.Missing;
import dev.sluice.types.Value;

/** Runs its body with a value as {@code this}, or its last resort when there is none. */
final class WithNode extends Node {
    private final Expr expr;
    private final Block block;

    WithNode(Expr expr, Block block) {
        this.expr = expr;
        this.block = block;
    }

    @Override
    void run(Frame frame, StringBuilder out) {
        Value value = expr.value(frame);
        if (Truth.orZero(value)) {
            run(value, block, frame, out);
        } else {
            block.otherwise().run(frame, out);
        }
    }

    static void run(Value value, Block block, Frame frame, StringBuilder out) {
        Context before = frame.context;
        Value[] locals = block.saved(frame);
        frame.context = Context.of(value, before);
        block.bind(frame, value, Missing.MISSING);
        block.body().run(frame, out);
        block.restore(frame, locals);
        frame.context = before;
    }
}
