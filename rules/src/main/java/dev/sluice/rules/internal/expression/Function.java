package dev.sluice.rules.internal.expression;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What may be called by name in an expression, and the arithmetic signs. */
public enum Function {
    ADD(2, Kind.ANY),
    SUBTRACT(2, Kind.NUMBER),
    MULTIPLY(2, Kind.NUMBER),
    DIVIDE(2, Kind.NUMBER),
    REMAINDER(2, Kind.NUMBER),
    ABS(1, Kind.NUMBER),
    ROUND(2, Kind.NUMBER),
    FLOOR(1, Kind.NUMBER),
    CEIL(1, Kind.NUMBER),
    MIN(2, Kind.NUMBER),
    MAX(2, Kind.NUMBER),
    NUMBER(1, Kind.NUMBER),
    LOWER(1, Kind.TEXT),
    UPPER(1, Kind.TEXT),
    TRIM(1, Kind.TEXT),
    LENGTH(1, Kind.NUMBER),
    STARTS_WITH(2, Kind.TRUTH),
    ENDS_WITH(2, Kind.TRUTH),
    IS_BLANK(1, Kind.TRUTH),
    COALESCE(2, Kind.ANY),
    NOW(0, Kind.ANY);

    private final int arguments;
    private final Kind kind;

    Function(int arguments, Kind kind) {
        this.arguments = arguments;
        this.kind = kind;
    }

    int arguments() {
        return arguments;
    }

    Kind kind() {
        return kind;
    }

    /** True for the signs, which have no name that an expression could call. */
    boolean isSign() {
        return ordinal() <= REMAINDER.ordinal();
    }

    /** The function called {@code name} in expressions. */
    static Optional<Function> named(String name) {
        for (Function function : values()) {
            if (!function.isSign() && function.spelling().equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    /** The name in expressions. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names that may be called, for messages. */
    static String names() {
        TreeSet<String> names = new TreeSet<>();
        for (Function function : values()) {
            if (!function.isSign()) {
                names.add(function.spelling());
            }
        }
        names.add("matches");
        return String.join(", ", names);
    }
}
