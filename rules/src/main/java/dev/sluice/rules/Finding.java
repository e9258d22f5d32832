package dev.sluice.rules;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong in a definition.
 *
 * @param code stable, lower-case with underscores: {@code unknown_operator}
 * @param pointer a JSON pointer (RFC 6901) from the definition that was compiled; empty for the definition itself
 * @param text what, which value, what to do; one sentence
 */
public record Finding(Severity severity, String code, String pointer, String text) {
    public Finding {
        requireNonNull(severity, "severity");
        requireNonNull(code, "code");
        requireNonNull(pointer, "pointer");
        requireNonNull(text, "text");
    }

    /** A finding that forbids the use of the definition. */
    public static Finding error(String code, String pointer, String text) {
        return new Finding(Severity.ERROR, code, pointer, text);
    }

    /** A finding that only warns. */
    public static Finding warning(String code, String pointer, String text) {
        return new Finding(Severity.WARNING, code, pointer, text);
    }

    /** The finding as a line of text: its place, its code, and what is wrong. */
    public String line() {
        return (pointer.isEmpty() ? "/" : pointer) + " " + code + ": " + text;
    }

    /** This finding seen from a definition that holds the compiled one at {@code prefix}. */
    public Finding below(String prefix) {
        return new Finding(severity, code, prefix + pointer, text);
    }
}
