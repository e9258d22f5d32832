package dev.sluice.types;

/**
 * How personal values look in views, traces and exports: enough to recognise, too little to use. An email shows
 * {@code j***@example.com}, a phone {@code XXX-XXX-4567}, a social security number {@code XXX-XX-6789}, a name its
 * initial; anything else only how long it is.
 */
public final class MaskedView {
    private static final int SHOWN_DIGITS = 4;
    private static final int MOST_STARS = 8;

    private MaskedView() {}

    /** The text to show instead of {@code value}; empty for missing, null and blank values. */
    public static String of(Value value) {
        if (value.isBlank()) {
            return "";
        }
        if (value instanceof Typed typed) {
            return typed(typed);
        }
        return hidden(value.text());
    }

    private static String typed(Typed value) {
        String text = value.normal().text();
        if (value.masked()) {
            return text;
        }
        return switch (value.type().name()) {
            case "email" -> email(text, value.valid());
            case "phone" ->
                "XXX-XXX-" + lastDigits(value.part("line").isAbsent() ? value.part("number") : value.part("line"));
            case "ssn" -> "XXX-XX-" + lastDigits(value.part("last_four"));
            case "first_name", "last_name" -> initial(text);
            case "dob" -> value.type().mask(value).normal().text();
            default -> hidden(text);
        };
    }

    private static String email(String address, boolean valid) {
        int at = address.lastIndexOf('@');
        return valid && at > 0 ? first(address) + "***" + address.substring(at) : hidden(address);
    }

    private static String initial(String name) {
        return first(Whitespace.trim(name)) + ".";
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }

    private static String lastDigits(Value digits) {
        String text = digits.text();
        return text.length() < SHOWN_DIGITS ? "XXXX" : text.substring(text.length() - SHOWN_DIGITS);
    }

    private static String hidden(String text) {
        return "*".repeat(Math.min(text.length(), MOST_STARS));
    }
}
