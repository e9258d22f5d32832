package dev.sluice.rules.internal.check;

import dev.sluice.types.At;
import dev.sluice.types.Value;
import java.util.function.Predicate;

/** {@code is obscene}. */
final class Obscene extends Check {
    private final Predicate<String> checker;

    Obscene(Predicate<String> checker) {
        this.checker = checker;
    }

    @Override
    public boolean holds(Value left, At at) {
        return !left.isBlank() && checker.test(left.text());
    }
}
