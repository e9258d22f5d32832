package dev.sluice.types.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Bool;
import dev.sluice.types.FieldType;
import dev.sluice.types.Missing;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Set;

/**
 * A US social security number: nine ASCII digits, whatever stands between them. Which numbers are issued is not checked.
 * Its parts are text, so that leading zeros stay.
 */
public final class SsnType implements FieldType {
    private static final int DIGITS = 9;
    private static final Shape PARTS = Shape.of("first_three", "middle_two", "last_four", "masked");
    private static final Problem NOT_NINE_DIGITS =
            new Problem("not_nine_digits", "a social security number has nine digits");
    private static final Set<String> OPERATORS =
            Operators.of(Operators.EQUALITY, Operators.BLANK, Operators.FORMAT, Operators.INCLUSION, Operators.LIST);

    @Override
    public String name() {
        return "ssn";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        String digits = digits(raw.value());
        if (digits.length() != DIGITS) {
            Missing none = Missing.MISSING;
            return Typed.invalid(this, raw, raw, NOT_NINE_DIGITS, none, none, none, Bool.FALSE);
        }
        return Typed.valid(
                this,
                raw,
                new Text(digits),
                new Text(digits.substring(0, 3)),
                new Text(digits.substring(3, 5)),
                new Text(digits.substring(5)),
                Bool.FALSE);
    }

    /** The digits of {@code text}; stops as soon as they are too many. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(DIGITS + 1);
        for (int i = 0; i < text.length() && digits.length() <= DIGITS; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }

    @Override
    public Pii pii() {
        return Pii.SECRET;
    }

    @Override
    public boolean isMaskable() {
        return true;
    }
}
