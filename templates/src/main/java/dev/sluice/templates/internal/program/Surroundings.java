package dev.sluice.templates.internal.program;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about {@code this} when a piece of a template is compiled.
 *
 * @param kind what it is
 * @param parent around it; null at the top of a template
 * @param names the names between bars with their slots
 * @param prefix the path of the data, when {@code with} names it
 */
record Surroundings(
        Kind kind,
        @Nullable Surroundings parent,
        Map<String, Integer> names,
        @Nullable List<String> prefix) {
    static final Surroundings TOP = new Surroundings(Kind.TOP, null, Map.of(), null);

    /** What {@code this} is. */
    enum Kind {
        /** All data. */
        TOP,
        /** A value that a block took. */
        VALUE,
        /** Either, decided when the template runs: the body of a partial. */
        PARTIAL,
        /** Either: the body of a block named after a variable. */
        SECTION;

        boolean isOpen() {
            return this == PARTIAL || this == SECTION;
        }
    }

    Surroundings inside(Kind kind, Map<String, Integer> names, @Nullable List<String> prefix) {
        return new Surroundings(kind, this, names, prefix);
    }

    /** The slot of a name between bars, or -1. */
    int slot(String name) {
        for (Surroundings s = this; s != null; s = s.parent) {
            if (s.names.containsKey(name)) {
                return s.names.get(name);
            }
        }
        return -1;
    }
}
