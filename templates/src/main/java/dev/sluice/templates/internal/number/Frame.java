package dev.sluice.templates.internal.number;

/**
 * What stands around the digits.
 *
 * @param before currency and spaces before them
 * @param after currency and spaces behind them
 * @param parentheses negative numbers in parentheses
 * @param plus a sign for positive numbers too
 * @param signAfter the sign stands behind
 * @param percent a percent sign, and a hundred times the number
 * @param percentSpace a space before it
 */
record Frame(
        String before,
        String after,
        boolean parentheses,
        boolean plus,
        boolean signAfter,
        boolean percent,
        boolean percentSpace) {

    static Frame of(String pattern) {
        int first = firstDigit(pattern);
        int last = lastDigit(pattern);
        String head = pattern.substring(0, first);
        String tail = pattern.substring(last);
        boolean plus = pattern.indexOf('+') >= 0;
        boolean signAfter = tail.indexOf('+') >= 0 || tail.indexOf('-') >= 0;
        return new Frame(
                currency(head),
                currency(tail),
                pattern.indexOf('(') >= 0,
                plus,
                signAfter,
                pattern.indexOf('%') >= 0,
                pattern.contains(" %"));
    }

    private static int firstDigit(String pattern) {
        int i = 0;
        while (i < pattern.length() && "0.[".indexOf(pattern.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static int lastDigit(String pattern) {
        int i = pattern.length();
        while (i > 0 && "0.]".indexOf(pattern.charAt(i - 1)) < 0) {
            i--;
        }
        return i;
    }

    /** The currency sign with its spaces; empty when there is none. */
    private static String currency(String text) {
        String kept = text.replaceAll("[^$\\x{20ac}\\x{00a3} ]", "");
        return kept.isBlank() ? "" : kept;
    }

    String around(String digits, int sign) {
        String amount = before + digits + after + (percent ? (percentSpace ? " %" : "%") : "");
        if (sign < 0 && parentheses) {
            return "(" + amount + ")";
        }
        String mark = sign < 0 ? "-" : plus ? "+" : "";
        return signAfter ? amount + mark : mark + amount;
    }
}
