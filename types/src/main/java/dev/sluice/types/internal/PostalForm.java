package dev.sluice.types.internal;

import dev.sluice.types.Whitespace;

/**
 * The form of a postal code and its two halves in upper case.
 *
 * @param kind whose form it is
 * @param code the code with its own separators
 * @param first ZIP, forward sortation area or outward code
 * @param second the +4 digits or empty, local delivery unit or inward code
 */
record PostalForm(Kind kind, String code, String first, String second) {
    /** Nothing with more white space inside than this is a postal code. */
    private static final int LONGEST = 64;

    private static final PostalForm NONE = new PostalForm(Kind.NONE, "", "", "");

    enum Kind {
        ZIP,
        CANADIAN,
        BRITISH,
        NONE
    }

    static PostalForm of(String text) {
        String code = upper(Whitespace.trim(text));
        if (code.length() < 5 || code.length() > LONGEST) {
            return NONE;
        }
        if (matches(code, 0, "00000")) {
            return zip(code);
        }
        if (matches(code, 0, "A0A")) {
            int second = afterSpace(code, 3);
            if (code.length() == second + 3 && matches(code, second, "0A0")) {
                return new PostalForm(Kind.CANADIAN, code, code.substring(0, 3), code.substring(second));
            }
        }
        return british(code);
    }

    private static PostalForm zip(String code) {
        int at = afterSpace(code, 5);
        if (at < code.length() && code.charAt(at) == '-') {
            at = afterSpace(code, at + 1);
        }
        String zip = code.substring(0, 5);
        if (at == code.length()) {
            return new PostalForm(Kind.ZIP, code, zip, "");
        }
        boolean plusFour = code.length() == at + 4 && matches(code, at, "0000");
        return plusFour ? new PostalForm(Kind.ZIP, code, zip, code.substring(at)) : NONE;
    }

    private static PostalForm british(String code) {
        int second = code.length() - 3;
        if (!matches(code, second, "0AA")) {
            return NONE;
        }
        String first = Whitespace.trim(code.substring(0, second));
        return isOutward(first) ? new PostalForm(Kind.BRITISH, code, first, code.substring(second)) : NONE;
    }

    /** One or two letters, one or two digits, at most one more letter or digit. */
    private static boolean isOutward(String first) {
        int letters = count(first, 0, 'A', 2);
        int digits = count(first, letters, '0', 2);
        if (letters == 0 || digits == 0) {
            return false;
        }
        int rest = first.length() - letters - digits;
        return rest == 0 || (rest == 1 && isLetterOrDigit(first.charAt(first.length() - 1)));
    }

    private static int count(String text, int from, char kind, int most) {
        int count = 0;
        while (count < most && from + count < text.length() && is(text.charAt(from + count), kind)) {
            count++;
        }
        return count;
    }

    private static int afterSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Whitespace.is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether {@code text} has at {@code from} the characters that {@code pattern} shows: 0 a digit, A a letter. */
    private static boolean matches(String text, int from, String pattern) {
        if (text.length() < from + pattern.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            if (!is(text.charAt(from + i), pattern.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(char c, char kind) {
        return kind == '0' ? c >= '0' && c <= '9' : c >= 'A' && c <= 'Z';
    }

    private static boolean isLetterOrDigit(char c) {
        return is(c, '0') || is(c, 'A');
    }

    private static String upper(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return upperFrom(text, i);
            }
        }
        return text;
    }

    private static String upperFrom(String text, int from) {
        char[] upper = text.toCharArray();
        for (int i = from; i < upper.length; i++) {
            if (upper[i] >= 'a' && upper[i] <= 'z') {
                upper[i] -= 'a' - 'A';
            }
        }
        return new String(upper);
    }
}
