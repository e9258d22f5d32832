package dev.sluice.types;

import org.jspecify.annotations.Nullable;

/** The components of a {@link Typed} value, made when the first of them is asked for: most leads need few of them. */
@FunctionalInterface
public interface Components {

    /**
     * The components in the order of {@link FieldType#parts()}; fewer means that the rest is missing. Gives the same on
     * every call and any thread, and never throws.
     */
    Value[] make();

    /**
     * The component at place {@code i} by itself, where that costs less than making all; null where it does not. Equal to the
     * one that {@link #make} gives.
     */
    default @Nullable Value alone(int i) {
        return null;
    }
}
