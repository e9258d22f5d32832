package dev.sluice.rules.internal.check;

import dev.sluice.rules.internal.text.Folding;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** {@code is true} and {@code is false}: a boolean, or its word as text; an invalid boolean is neither. */
final class Flag extends Check {
    private final Bool wanted;

    Flag(Bool wanted) {
        this.wanted = wanted;
    }

    @Override
    public boolean holds(Value left, At at) {
        if (left == wanted) {
            return true;
        }
        if (left instanceof Typed typed && !typed.valid()) {
            return false;
        }
        Value plain = left.plain();
        return plain == wanted || (plain instanceof Text text && Folding.same(text.value(), wanted.text()));
    }

    @Override
    public Reach reach() {
        return Reach.ASKED;
    }
}
