package dev.sluice.templates.internal.program;

import dev.sluice.types.Missing;
import dev.sluice.types.Value;

/** A literal. */
final class ConstantExpr extends Expr {
    static final ConstantExpr MISSING = new ConstantExpr(Missing.MISSING);

    private final Value value;

    ConstantExpr(Value value) {
        this.value = value;
    }

    @Override
    Value value(Frame frame) {
        return value;
    }

    @Override
    Value constant() {
        return value;
    }
}
