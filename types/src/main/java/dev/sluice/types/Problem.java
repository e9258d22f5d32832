package dev.sluice.types;

import static java.util.Objects.requireNonNull;

/**
 * Why a value is invalid.
 *
 * @param code stable, lower-case with underscores, the same for all values with this fault: {@code not_a_date}
 * @param text a sentence for people; it never contains the value itself
 */
public record Problem(String code, String text) {
    private static final Shape SHAPE = Shape.of("code", "text");

    public Problem {
        requireNonNull(code, "code");
        requireNonNull(text, "text");
    }

    /** The problem as an object with {@code code} and {@code text}. */
    public Obj value() {
        return Obj.of(SHAPE, new Text(code), new Text(text));
    }
}
