package dev.sluice.templates.internal.program;

import dev.sluice.templates.internal.helper.Function;
import dev.sluice.types.Value;

/** A call of a built-in helper, bound to its arguments. */
final class CallExpr extends Expr {
    private final Function function;
    private final Expr[] arguments;

    CallExpr(Function function, Expr[] arguments) {
        this.function = function;
        this.arguments = arguments;
    }

    @Override
    Value value(Frame frame) {
        Value[] values = new Value[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i].value(frame);
        }
        return function.apply(values, frame.at);
    }
}
