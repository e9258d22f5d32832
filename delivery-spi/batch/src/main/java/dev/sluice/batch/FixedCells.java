package dev.sluice.batch;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;

/** Texts in their widths. Characters count as people count them: what takes two places in memory takes one here. */
final class FixedCells {
    private static final char UNKNOWN = '?';

    private final Writer out;
    private final CharsetEncoder encoder;
    private long marked;

    FixedCells(Writer out, CharsetEncoder encoder) {
        this.out = out;
        this.encoder = encoder;
    }

    void write(String text, FixedColumn column) throws IOException {
        String writable = writable(text);
        int length = writable.codePointCount(0, writable.length());
        boolean cut = length > column.width();
        String fitting = cut ? writable.substring(0, writable.offsetByCodePoints(0, column.width())) : writable;
        if (cut || !writable.equals(text)) {
            marked++;
        }
        int missing = Math.max(0, column.width() - length);
        if (column.side() == FixedColumn.Side.RIGHT) {
            fill(column.fill(), missing);
            out.write(fitting);
        } else {
            out.write(fitting);
            fill(column.fill(), missing);
        }
    }

    private void fill(char with, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            out.write(with);
        }
    }

    private String writable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                return replaced(text);
            }
        }
        return text;
    }

    private String replaced(String text) {
        StringBuilder replaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int next = i + Character.charCount(text.codePointAt(i));
            if (isControl(text.charAt(i))) {
                replaced.append(' ');
            } else if (encoder.canEncode(text.substring(i, next))) {
                replaced.append(text, i, next);
            } else {
                replaced.append(UNKNOWN);
            }
            i = next;
        }
        return replaced.toString();
    }

    /** Also what some readers end a line at. */
    private static boolean isControl(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    void end(String lineEnding) throws IOException {
        out.write(lineEnding);
    }

    void flush() throws IOException {
        out.flush();
    }

    long marked() {
        return marked;
    }
}
