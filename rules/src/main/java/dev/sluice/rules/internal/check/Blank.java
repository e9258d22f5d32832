package dev.sluice.rules.internal.check;

import dev.sluice.types.At;
import dev.sluice.types.Value;

/** {@code is blank}. */
final class Blank extends Check {
    @Override
    public boolean holds(Value left, At at) {
        return left.isBlank();
    }

    @Override
    public Reach reach() {
        return Reach.ASKED;
    }
}
