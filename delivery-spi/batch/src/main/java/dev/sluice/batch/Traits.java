package dev.sluice.batch;

import java.nio.charset.CharsetEncoder;

/**
 * What the characters of a text ask of a file, found in one look at each: most texts ask nothing, and are written as they are. A
 * trait says that the text has to be looked at closer ({@link Formulas}, {@link Encodable}), not that it is changed.
 */
final class Traits {
    /** It holds the qualifier. */
    static final int QUALIFIER = 1;
    /** It begins as a comment does to some readers, where it is the first of a line. */
    static final int COMMENT = 1 << 1;
    /** It holds a delimiter or a line break. */
    static final int SPLIT = 1 << 2;
    /** Some reader may see a cell begin inside of it. */
    static final int CELLS = 1 << 3;
    /** It holds what a formula, or a mark of {@link Formulas}, begins with. */
    static final int TRIGGER = 1 << 4;
    /** It holds what the encoding has no character for, or only together with its neighbour. */
    static final int FOREIGN = 1 << 5;

    private static final char COMMENT_SIGN = '#';

    private final byte[] kinds = new byte[1 << Character.SIZE];
    /** What a text has that begins with a line break. */
    private final int broken;

    Traits(CsvFormat.Builder settings) {
        CharsetEncoder encoder = settings.encoding.newEncoder();
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = encoder.canEncode((char) c) ? 0 : (byte) FOREIGN;
        }
        mark(settings.delimiter, SPLIT | CELLS);
        mark('\n', SPLIT);
        mark('\r', SPLIT);
        if (settings.qualified) {
            mark(settings.qualifier, QUALIFIER);
        }
        if (settings.formulaSafe) {
            mark(Formulas.DELIMITERS, CELLS);
            mark(Formulas.SIGNS, TRIGGER);
        }
        broken = settings.formulaSafe ? TRIGGER : 0;
    }

    private void mark(String characters, int trait) {
        for (int i = 0; i < characters.length(); i++) {
            mark(characters.charAt(i), trait);
        }
    }

    private void mark(char character, int trait) {
        kinds[character] |= (byte) trait;
    }

    /** The traits of a text, added up. */
    int of(String text) {
        return of(text.toCharArray(), 0, text.length());
    }

    /** The traits of the characters from {@code from} up to {@code to}, added up. */
    int of(char[] text, int from, int to) {
        int seen = from < to ? first(text[from]) : 0;
        for (int i = from; i < to; i++) {
            seen |= kinds[text[i]];
        }
        return seen;
    }

    private int first(char character) {
        return switch (character) {
            case COMMENT_SIGN -> COMMENT;
            case '\n' -> broken;
            default -> 0;
        };
    }
}
