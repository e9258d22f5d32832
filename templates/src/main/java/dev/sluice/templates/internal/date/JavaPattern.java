package dev.sluice.templates.internal.date;

/** Date patterns of the Java platform, as its locale data gives them, in the tokens of templates. */
final class JavaPattern {
    private JavaPattern() {}

    static String tokens(String pattern) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = Math.max(pattern.indexOf('\'', end), end) + 1;
                out.append('[').append(pattern, at + 1, end - 1).append(']');
            } else {
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                out.append(token(c, end - at));
            }
            at = end;
        }
        return out.toString();
    }

    private static String token(char symbol, int count) {
        return switch (symbol) {
            case 'd' -> "D".repeat(count);
            case 'y', 'u' -> count == 2 ? "YY" : "YYYY";
            case 'E' -> count > 3 ? "dddd" : "ddd";
            case 'L' -> "M".repeat(count);
            case 'a', 'B' -> "A";
            default -> String.valueOf(symbol).repeat(count);
        };
    }
}
