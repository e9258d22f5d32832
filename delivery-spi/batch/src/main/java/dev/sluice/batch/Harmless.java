package dev.sluice.batch;

/**
 * Tells in one look at each character what most texts are: ASCII in which nobody sees a formula, however they split it into
 * cells; and of those, which need no qualifier. What it does not call harmless may be so all the same: {@link Formulas} and
 * {@link Encodable} look closer.
 */
final class Harmless {
    /** What was found out about a text. */
    enum Kind {
        /** Written as it is. */
        BARE,
        /** Written as it is, maybe between qualifiers. */
        HARMLESS,
        UNKNOWN
    }

    private static final int ASCII_BITS = 7;
    private static final int ASCII_MASK = (1 << ASCII_BITS) - 1;
    private static final int BITS = Long.SIZE;
    /** Readers may trim it: what follows still is the begin of a cell. */
    private static final byte TRIMMED = 1;
    /** At the begin of a cell it has to be looked at. */
    private static final byte SUSPICIOUS = 2;
    /** A cell may begin behind it. */
    private static final byte DELIMITER = 4;
    /** Wherever it stands, the text has to be looked at. */
    private static final byte ALWAYS = 8;

    private final byte[] kinds = new byte[1 << ASCII_BITS];
    /** A bit for each of the first characters that is harmless wherever it stands. */
    private final long harmless;
    /** A bit for each of the first characters that needs a qualifier; all of them where any text may need one. */
    private final long qualified;
    /** The first character of which no text but one with a directive needs a closer look. */
    private final char firstLetter;

    /** @param ascii whether the encoding has all of ASCII */
    Harmless(CsvFormat.Builder settings, boolean ascii) {
        long bits = 0;
        for (char c = 0; c < kinds.length; c++) {
            kinds[c] = ascii ? kind(c, settings.delimiter) : ALWAYS;
            boolean anywhere = kinds[c] < SUSPICIOUS || kinds[c] == DELIMITER;
            bits |= c < BITS && anywhere ? 1L << c : 0;
        }
        harmless = bits;
        firstLetter = ascii ? 'A' : Character.MAX_VALUE;
        qualified = qualified(settings);
    }

    private static byte kind(char c, char delimiter) {
        if (c == delimiter || c == ',' || c == ';' || c == '|') {
            return DELIMITER;
        }
        return switch (c) {
            case ' ', '"' -> TRIMMED;
            case '=', '+', '-', '@', '\'', 's', 'S' -> SUSPICIOUS;
            default -> c < ' ' || c == ASCII_MASK ? ALWAYS : 0;
        };
    }

    /** Besides, what begins a comment to some readers. */
    private static long qualified(CsvFormat.Builder settings) {
        boolean known = !settings.always && settings.delimiter < BITS && settings.qualifier < BITS;
        return known ? 1L << settings.delimiter | 1L << settings.qualifier | 1L << '#' : -1L;
    }

    /** Letters, digits and the like cost two comparisons each, and most texts have little else. */
    Kind of(String text) {
        long seen = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < firstLetter || c > 'z') {
                boolean passes = c < BITS && (harmless & 1L << c) != 0;
                if (!passes && !(i > 0 && isInside(c, text.charAt(i - 1)))) {
                    return isClosely(text) ? Kind.HARMLESS : Kind.UNKNOWN;
                }
                seen |= 1L << c;
            }
        }
        return qualified != -1L && (seen & qualified) == 0 ? Kind.BARE : Kind.HARMLESS;
    }

    /** Such as the @ of a mail address: no cell begins behind a letter or a digit. */
    private boolean isInside(char c, char before) {
        return (c == '@' || c == '-' || c == '+' || c == '\'')
                && before <= 'z'
                && (kinds[before] == 0 || before == 's' || before == 'S');
    }

    private boolean isClosely(String text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            all |= kinds[c & ASCII_MASK] | c >> ASCII_BITS << ASCII_BITS;
        }
        return all < DELIMITER
                ? !isSuspicious(text, 0)
                : all < ALWAYS && !isSuspicious(text, 0) && !isSuspiciousBehindDelimiters(text);
    }

    private boolean isSuspiciousBehindDelimiters(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (kinds[text.charAt(i - 1)] == DELIMITER && isSuspicious(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cell that begins at {@code from} has to be looked at. Many begin with an s, and few with a directive. */
    private boolean isSuspicious(String text, int from) {
        int i = from;
        while (i < text.length() && kinds[text.charAt(i)] == TRIMMED) {
            i++;
        }
        if (i == text.length() || kinds[text.charAt(i)] != SUSPICIOUS) {
            return false;
        }
        char c = text.charAt(i);
        return c != 's' && c != 'S' || text.regionMatches(true, i, "sep=", 0, 4);
    }
}
