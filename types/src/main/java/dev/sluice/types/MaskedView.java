package dev.sluice.types;

/**
 * How personal values look in views, traces and exports: enough to recognise, too little to use. Unless the field asks for
 * another {@linkplain MaskStyle style}, an email shows {@code j***@example.com}, a phone {@code XXX-XXX-4567}, a social
 * security number {@code XXX-XX-6789}, a name its initial; anything else only how long it is.
 */
public final class MaskedView {
    private static final int SHOWN = 4;
    private static final String HIDDEN_START = "****";
    private static final String STARS = "********";

    private MaskedView() {}

    /** The text to show instead of {@code value}, in part; empty for missing, null and blank values. */
    public static String of(Value value) {
        return of(value, MaskStyle.PARTIAL);
    }

    /** The text to show instead of {@code value} in this style; empty for missing, null and blank values. */
    public static String of(Value value, MaskStyle style) {
        if (value.isBlank()) {
            return "";
        }
        return switch (style) {
            case PARTIAL -> value instanceof Typed typed ? typed(typed) : hidden(value.text());
            case LAST_FOUR -> ending(value);
            case FULL -> STARS;
            case REMOVE -> "";
        };
    }

    private static String ending(Value value) {
        String text = value instanceof Typed typed ? ending(typed) : value.text();
        int from = text.length() - SHOWN;
        if (from < SHOWN) {
            return HIDDEN_START;
        }
        return HIDDEN_START + text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }

    /** What the last four are taken of: of a telephone number its digits, without what lies behind them. */
    private static String ending(Typed value) {
        boolean phone = value.type().name().equals("phone") && value.valid();
        return phone ? value.part("area").text() + value.part("number").text() : value.text();
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
        return text.length() < SHOWN ? "XXXX" : text.substring(text.length() - SHOWN);
    }

    private static String hidden(String text) {
        return STARS.substring(0, Math.min(text.length(), STARS.length()));
    }
}
