package dev.sluice.templates.internal.program;

import dev.sluice.types.Value;

/** All data. */
final class ScopeExpr extends Expr {
    @Override
    Value value(Frame frame) {
        return frame.scope.tree();
    }
}
