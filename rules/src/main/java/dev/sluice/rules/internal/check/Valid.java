package dev.sluice.rules.internal.check;

import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** {@code format is valid} and {@code format is invalid}; a blank is neither, what has no type is valid. */
final class Valid extends Check {
    private final boolean wanted;

    Valid(boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public boolean holds(Value left, At at) {
        return !left.isBlank() && valid(left) == wanted;
    }

    private static boolean valid(Value left) {
        if (left instanceof Typed typed) {
            return typed.valid();
        }
        return !(left instanceof Arr arr) || arr.values().stream().allMatch(Valid::valid);
    }

    @Override
    public Reach reach() {
        return Reach.ASKED;
    }
}
