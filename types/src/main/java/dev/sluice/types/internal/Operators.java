package dev.sluice.types.internal;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rule operators in the groups by which types offer them, under their canonical names. */
public enum Operators {
    EQUALITY("is equal to", "is not equal to"),
    ORDER("is less than", "is less than or equal to", "is greater than", "is greater than or equal to"),
    BETWEEN("is between", "is not between"),
    TRUTH("is true", "is not true", "is false", "is not false"),
    BLANK("is blank", "is not blank"),
    OBSCENITY("is obscene", "is not obscene"),
    FORMAT("format is valid", "format is invalid"),
    INCLUSION("includes", "does not include"),
    LIST("is included in", "is not included in"),
    PATTERN("matches pattern", "does not match pattern");

    private final List<String> names;

    Operators(String... names) {
        this.names = List.of(names);
    }

    /** The names of all operators of {@code groups}, in order; unmodifiable. */
    public static Set<String> of(Operators... groups) {
        Set<String> names = new LinkedHashSet<>();
        for (Operators group : groups) {
            names.addAll(group.names);
        }
        return Collections.unmodifiableSet(names);
    }
}
