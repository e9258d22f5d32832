package dev.sluice.types.internal.phone;

import dev.sluice.types.Components;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/**
 * The fast way for North American numbers as people write them: ten digits, or eleven with a leading 1, with blanks,
 * hyphens, points and brackets anywhere. Everything else, and the few prefixes that do not decide whether a number is
 * valid, goes to libphonenumber; what is answered here, it would answer the same.
 */
final class PlainNumber {
    private static final int LENGTH = 10;
    private static final int LONGEST = 30;
    private static final Text[] THREE_DIGITS = threeDigits();
    private static final Text US = new Text("US");
    private static final Num ONE = Num.of(1);
    private static final int TOLL_FREE = 8;

    private PlainNumber() {}

    private static Text[] threeDigits() {
        Text[] texts = new Text[1000];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new Text(new String(new char[] {digit(i / 100), digit(i / 10), digit(i)}));
        }
        return texts;
    }

    private static char digit(int value) {
        return (char) ('0' + value % 10);
    }

    /** The typed value of {@code raw}, or null when it is not plainly a number. */
    static @Nullable Typed read(PhoneType type, Text raw) {
        long number = number(raw.value());
        if (number < 2_000_000_000L) {
            return null;
        }
        int prefix = (int) (number / 10_000);
        if (PrefixTable.isUndecided(prefix)) {
            return null;
        }
        return typed(type, raw, number, prefix);
    }

    /** The ten digits as a number; -1 when there are more or fewer, or anything that does not belong. */
    private static long number(String text) {
        int length = text.length();
        if (length < LENGTH || length > LONGEST) {
            return -1;
        }
        boolean plus = text.charAt(0) == '+';
        long number = 0;
        int digits = 0;
        for (int i = plus ? 1 : 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
                digits++;
            } else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')') {
                return -1;
            }
        }
        if (digits == LENGTH + 1 && number / 10_000_000_000L == 1) {
            return number - 10_000_000_000L;
        }
        return digits == LENGTH && !plus ? number : -1;
    }

    private static Typed typed(PhoneType type, Text raw, long number, int prefix) {
        Text normal = raw.value().length() == LENGTH ? raw : new Text(Long.toString(number));
        return PrefixTable.isValid(prefix)
                ? Typed.valid(type, raw, normal, new Found(normal.value(), prefix))
                : Typed.invalid(
                        type, raw, normal, PhoneType.NOT_A_VALID_NUMBER, new Found(normal.value(), prefix).make());
    }

    /** The components of ten digits, of which {@code prefix} are the first six. */
    private record Found(String digits, int prefix) implements Components {
        @Override
        public Value[] make() {
            return new Value[] {
                area(),
                THREE_DIGITS[prefix % 1000],
                new Text(digits.substring(6)),
                new Text(digits.substring(3)),
                Null.NULL,
                US,
                ONE,
                Null.NULL,
                isTollFree()
            };
        }

        @Override
        public @Nullable Value alone(int i) {
            return i == 0 ? area() : i == TOLL_FREE ? isTollFree() : null;
        }

        private Text area() {
            return THREE_DIGITS[prefix / 1000];
        }

        private Value isTollFree() {
            return Value.bool(TollFree.isAreaCode(area().value()));
        }
    }
}
