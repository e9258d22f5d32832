package dev.sluice.batch;

import java.util.Locale;

/** Text as cells of workbooks hold it: {@code _x0007_} stands for what XML has no place for, and for itself escaped. */
final class ExcelText {
    private ExcelText() {}

    /** At most {@code longest} characters as readers see them; the same text when nothing needs to change. */
    static String escaped(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, end(text, longest));
        for (int i = 0; i < cut.length(); i++) {
            if (isSpecial(cut, i)) {
                return escaped(cut);
            }
        }
        return cut;
    }

    private static int end(String text, int longest) {
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text, i)) {
                out.append("_x").append(hex(text.charAt(i))).append('_');
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static String hex(char c) {
        return String.format(Locale.ROOT, "%04X", (int) c);
    }

    private static boolean isSpecial(String text, int i) {
        char c = text.charAt(i);
        return c == '_' ? isEscape(text, i) : c == '\r' || !XmlCharacters.has(text, i);
    }

    /** Whether readers would take the text from here for an escape. */
    private static boolean isEscape(String text, int i) {
        return text.length() > i + 6
                && text.charAt(i + 1) == 'x'
                && text.charAt(i + 6) == '_'
                && text.substring(i + 2, i + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
