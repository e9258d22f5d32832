package dev.sluice.types;

/** The components of a {@link Typed} value, made when the first of them is asked for: most leads need few of them. */
@FunctionalInterface
public interface Components {

    /**
     * The components in the order of {@link FieldType#parts()}; fewer means that the rest is missing. Gives the same on
     * every call and any thread, and never throws.
     */
    Value[] make();
}
