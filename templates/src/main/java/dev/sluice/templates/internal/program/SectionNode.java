package dev.sluice.templates.internal.program;

import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Value;

/** A block named after a variable: a loop over an array, a condition on a boolean, else the value becomes {@code this}. */
final class SectionNode extends Node {
    private final Expr expr;
    private final Block block;

    SectionNode(Expr expr, Block block) {
        this.expr = expr;
        this.block = block;
    }

    @Override
    void run(Frame frame, StringBuilder out) {
        Value value = expr.value(frame);
        Value plain = value.plain();
        if (plain instanceof Bool flag) {
            (flag.value() ? block.body() : block.otherwise()).run(frame, out);
        } else if (plain instanceof Arr) {
            EachNode.run(plain, block, frame, out);
        } else if (plain.isAbsent()) {
            block.otherwise().run(frame, out);
        } else {
            WithNode.run(value, block, frame, out);
        }
    }
}
