package dev.sluice.batch;

/**
 * Keeps spreadsheets from running what a lead holds. Where a cell begins, or where another reader of the same file might
 * see one begin (behind commas, semicolons, tabs, bars and line breaks, whether qualified or not), an apostrophe is put before
 * {@code = + - @}, their wide and small forms, tab, CR and NUL, also behind blanks, quotes and invisible characters.
 *
 * <p>{@link #original} takes the apostrophes out again: no text is lost, and none is taken for another.
 */
public final class Formulas {
    private static final char MARK = '\'';
    private static final String TRIGGERS = "=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b";
    private static final String CONTROLS = "\t\r\0";
    /** A text with none of these holds no formula, and no mark, unless it begins with a line break. */
    static final String SIGNS = TRIGGERS + CONTROLS + MARK;
    /** Behind one of these some reader sees a cell begin. */
    static final String DELIMITERS = ",;\t|\r\n";
    /** A first row of this is a command to spreadsheets. */
    private static final String DIRECTIVE = "sep=";

    private Formulas() {}

    /** {@code text} as a cell in which no spreadsheet sees a formula; the same text when it holds none. */
    public static String safe(String text) {
        return safe(text, ',');
    }

    static String safe(String text, char delimiter) {
        int danger = danger(text, 0, delimiter);
        return danger < 0 ? text : marked(text, danger, delimiter);
    }

    private static String marked(String text, int first, char delimiter) {
        StringBuilder out = new StringBuilder(text.length() + 4);
        int from = 0;
        for (int at = first; at >= 0; at = danger(text, at + 1, delimiter)) {
            out.append(text, from, at).append(MARK);
            from = at;
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Where the next cell that somebody may see begins dangerously, from {@code from} on; -1 when none does. */
    private static int danger(String text, int from, char delimiter) {
        for (int i = from; i < text.length(); i++) {
            if (begins(text, i, delimiter) && isDangerous(text, i)) {
                return i;
            }
        }
        return -1;
    }

    /** What {@link #safe} was given, in files with a comma, semicolon, tab or bar between cells. */
    public static String original(String cell) {
        return original(cell, ',');
    }

    static String original(String cell, char delimiter) {
        if (cell.indexOf(MARK) < 0) {
            return cell;
        }
        StringBuilder out = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            boolean mark = cell.charAt(i) == MARK && begins(cell, i, delimiter) && isDangerous(cell, i + 1, i == 0);
            if (!mark) {
                out.append(cell.charAt(i));
            }
        }
        return out.toString();
    }

    /** Whether some reader sees a cell begin at {@code i}; CR and LF together are one line break. */
    private static boolean begins(String text, int i, char delimiter) {
        if (i == 0) {
            return true;
        }
        char before = text.charAt(i - 1);
        boolean within = before == '\r' && text.charAt(i) == '\n';
        return !within && (before == delimiter || isDelimiter(before));
    }

    private static boolean isDelimiter(char c) {
        return switch (c) {
            case ',', ';', '\t', '|', '\r', '\n' -> true;
            default -> false;
        };
    }

    /** Whether a formula begins where the text does. */
    static boolean isDangerous(String text) {
        return isDangerous(text, 0);
    }

    private static boolean isDangerous(String text, int from) {
        return isDangerous(text, from, from == 0);
    }

    /** Says the same of a text and of it behind a mark: otherwise {@link #original} could not tell them apart. */
    private static boolean isDangerous(String text, int from, boolean first) {
        int head = from;
        while (head < text.length() && text.charAt(head) == MARK) {
            head++;
        }
        return head < text.length() && (isControl(text.charAt(head), first) || isTrigger(text, head));
    }

    private static boolean isControl(char c, boolean first) {
        return CONTROLS.indexOf(c) >= 0 || (first && c == '\n');
    }

    private static boolean isTrigger(String text, int from) {
        if (isPlain(text.charAt(from))) {
            return false;
        }
        int i = from;
        while (i < text.length() && isPassedOver(text.charAt(i))) {
            i++;
        }
        return i < text.length()
                && (TRIGGERS.indexOf(text.charAt(i)) >= 0
                        || text.regionMatches(true, i, DIRECTIVE, 0, DIRECTIVE.length()));
    }

    /** Most cells begin with a letter or a digit, and then end the question; the {@link #DIRECTIVE} begins with an s. */
    private static boolean isPlain(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' && c != 's' || c >= 'A' && c <= 'Z' && c != 'S';
    }

    /** What readers may trim or not show; a mark too, so that marks are told from apostrophes that were there. */
    private static boolean isPassedOver(char c) {
        return c == MARK
                || c == '"'
                || c <= ' '
                || Character.isSpaceChar(c)
                || Character.isWhitespace(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
