package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.Locale;
import java.util.Optional;

/**
 * Changes a value on its way to its place.
 *
 * @param kind how
 * @param argument what it needs to know, by its kind; {@link Null} for kinds that need nothing
 */
public record Transform(Kind kind, Value argument) {
    /** Where the value goes in the text of a {@link Kind#FORMAT}. */
    public static final String PLACE = "{value}";

    public Transform {
        requireNonNull(kind, "kind");
        if (!kind.accepts(argument)) {
            throw new IllegalArgumentException("transform " + kind.text() + " needs " + kind.need());
        }
    }

    /** The ways to change a value. All but {@link #MAP} work on its text; a missing value stays missing. */
    public enum Kind {
        /** Text with {@code {value}} where the value goes, or else a pattern of dates, numbers or digits, as the template helper {@code format} takes it. */
        FORMAT("text: '+1{value}', or a pattern such as 'YYYY-MM-DD'"),
        UPPERCASE("nothing"),
        LOWERCASE("nothing"),
        /** The first letter upper-case. */
        CAPITALIZE("nothing"),
        /** The first letter of every word upper-case, all others lower-case. */
        TITLE_CASE("nothing"),
        DIGITS_ONLY("nothing"),
        TRIM("nothing"),
        /** A pattern of dates, in the flow's zone. */
        DATE("text: a pattern such as 'YYYY-MM-DD'"),
        /** Another value for each value that an object names; values that it does not name stay. */
        MAP("an object from values to values"),
        /** The form that views show: enough to recognise, too little to use. */
        MASK("nothing"),
        /** At most so many characters. */
        TRUNCATE("a whole number of characters, 0 or more");

        private final String need;
        private final String text = name().toLowerCase(Locale.ROOT);

        Kind(String need) {
            this.need = need;
        }

        /** The word in definitions: {@code digits_only}. */
        public String text() {
            return text;
        }

        /** What the argument must be, in words. */
        public String need() {
            return need;
        }

        /** Whether {@code argument} is what this kind needs. */
        public boolean accepts(Value argument) {
            return switch (this) {
                case FORMAT, DATE -> argument instanceof Text;
                case MAP -> argument instanceof Obj;
                case TRUNCATE -> argument instanceof Num num && isLength(num);
                default -> argument instanceof Null;
            };
        }

        private static boolean isLength(Num num) {
            return num.value().signum() >= 0
                    && num.value().stripTrailingZeros().scale() <= 0
                    && num.value().precision() <= 9;
        }
    }

    /** A transform that needs nothing. */
    public static Transform of(Kind kind) {
        return new Transform(kind, Null.NULL);
    }

    /** A transform with a text for its argument. */
    public static Transform of(Kind kind, String argument) {
        return new Transform(kind, new Text(argument));
    }

    /**
     * The template that formats what stands at {@code path} as this transform says; empty for transforms that have no
     * pattern.
     */
    public Optional<String> template(String path) {
        boolean pattern =
                kind == Kind.DATE || kind == Kind.FORMAT && !argument.text().contains(PLACE);
        return pattern
                ? Optional.of("{{format " + path + " \"" + argument.text().replace("\"", "\\\"") + "\"}}")
                : Optional.empty();
    }
}
