package dev.sluice.rules.internal.check;

import dev.sluice.types.At;
import dev.sluice.types.Value;

/** {@code is equal to} for a right-hand side that the type of the left-hand side would write in another way: either will do. */
final class EitherSpelling extends Check {
    private final EqualTo written;
    private final EqualTo normal;

    EitherSpelling(EqualTo written, EqualTo normal) {
        this.written = written;
        this.normal = normal;
    }

    @Override
    public boolean holds(Value left, At at) {
        return normal.holds(left, at) || written.holds(left, at);
    }

    @Override
    public Reach reach() {
        return written.reach().or(normal.reach());
    }
}
