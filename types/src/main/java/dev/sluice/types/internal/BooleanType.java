package dev.sluice.types.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Bool;
import dev.sluice.types.FieldType;
import dev.sluice.types.Num;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Set;

/**
 * Yes or no. Text counts by its ASCII letters and digits alone, in any case: {@code y yes true t 1 on checked} and
 * {@code n no false f 0 off unchecked}; of numbers 1 and 0. Anything else is false and invalid, also {@code "-1"}, as
 * the number -1 is.
 */
public final class BooleanType implements FieldType {
    private static final int LONGEST_WORD = "unchecked".length();
    private static final Problem NOT_A_BOOLEAN =
            new Problem("not_a_boolean", "give yes or no, true or false, y or n, t or f, 1 or 0, on or off");
    private static final String[] YES = {"yes", "true", "y", "1", "on", "t", "checked"};
    private static final String[] NO = {"no", "false", "n", "0", "off", "f", "unchecked"};
    private static final Num ONE = Num.of(1);
    private static final Num ZERO = Num.of(0);
    private static final Set<String> OPERATORS = Operators.of(Operators.TRUTH, Operators.BLANK, Operators.FORMAT);

    @Override
    public String name() {
        return "boolean";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        if (requireNonNull(input, "input") instanceof Bool) {
            return Typed.valid(this, input, input);
        }
        if (input instanceof Text text) {
            return ofWord(text, word(text.value()));
        }
        if (input.equals(ONE)) {
            return Typed.valid(this, input, Bool.TRUE);
        }
        return input.equals(ZERO) ? Typed.valid(this, input, Bool.FALSE) : invalid(input);
    }

    private Typed ofWord(Text raw, String word) {
        if (isOneOf(YES, word)) {
            return Typed.valid(this, raw, Bool.TRUE);
        }
        return isOneOf(NO, word) ? Typed.valid(this, raw, Bool.FALSE) : invalid(raw);
    }

    private static boolean isOneOf(String[] words, String word) {
        for (String known : words) {
            if (known.equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    private Typed invalid(Value raw) {
        return Typed.invalid(this, raw, Bool.FALSE, NOT_A_BOOLEAN);
    }

    /** The letters and digits; empty when they are more than any known word has, or a minus sign counts. */
    private static String word(String text) {
        return isPlain(text) ? text : reduced(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWordCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String reduced(String text) {
        char[] word = new char[LONGEST_WORD];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isWordCharacter(c)) {
                if (length == LONGEST_WORD || isNegative(text, i)) {
                    return "";
                }
                word[length++] = c;
            }
        }
        return new String(word, 0, length);
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isNegative(String text, int i) {
        return text.charAt(i) == '1' && i > 0 && text.charAt(i - 1) == '-';
    }

    @Override
    public Value read(Value input, Parsing parsing) {
        return Reparsing.read(this, input, parsing);
    }

    @Override
    public Shape parts() {
        return Shape.EMPTY;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }

    @Override
    public Pii pii() {
        return Pii.NONE;
    }
}
