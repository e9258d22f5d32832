package dev.sluice.templates.internal.program;

import dev.sluice.types.Value;
import java.util.List;

/** A path from a name that a block gave between bars. */
final class ParameterExpr extends Expr {
    private final int slot;
    private final String[] parts;

    ParameterExpr(int slot, List<String> parts) {
        this.slot = slot;
        this.parts = parts.toArray(String[]::new);
    }

    @Override
    Value value(Frame frame) {
        Value value = frame.locals[slot];
        for (String part : parts) {
            value = value.part(part);
        }
        return value;
    }
}
