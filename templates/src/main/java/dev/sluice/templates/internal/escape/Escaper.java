package dev.sluice.templates.internal.escape;

/** Writes a text in the form of its surroundings. Immutable and safe on any thread. */
@FunctionalInterface
public interface Escaper {
    /** As it is. */
    Escaper NONE = (text, out) -> out.append(text);

    void append(String text, StringBuilder out);
}
