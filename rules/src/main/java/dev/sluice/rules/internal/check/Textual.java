package dev.sluice.rules.internal.check;

import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** The types whose digits are a name, not a quantity: {@code 07001} is not {@code 7001}. */
final class Textual {
    private Textual() {}

    static boolean is(Value value) {
        return value instanceof Typed typed && is(typed.type().name());
    }

    static boolean is(String type) {
        return switch (type) {
            case "phone", "postal_code", "ssn" -> true;
            default -> false;
        };
    }

    /** Whether {@code text} is nothing but digits: what has no digits alone has no order among them. */
    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
