package dev.sluice.templates.internal.program;

import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/** A piece of a program that gives a value. Immutable. */
abstract class Expr {
    abstract Value value(Frame frame);

    /** Whether the value counts as true. */
    boolean holds(Frame frame) {
        return Truth.of(value(frame));
    }

    /** The value if it is the same for every frame, else null. */
    @Nullable Value constant() {
        return null;
    }
}
