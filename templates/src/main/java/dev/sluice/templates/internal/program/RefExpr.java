package dev.sluice.templates.internal.program;

import dev.sluice.types.Ref;
import dev.sluice.types.Value;

/** A path from the top of the data. */
final class RefExpr extends Expr {
    private final Ref ref;

    RefExpr(Ref ref) {
        this.ref = ref;
    }

    Ref ref() {
        return ref;
    }

    @Override
    Value value(Frame frame) {
        return ref.read(frame.scope);
    }
}
