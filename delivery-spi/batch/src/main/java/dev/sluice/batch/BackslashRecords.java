package dev.sluice.batch;

import java.io.IOException;
import java.io.Writer;

/** Lines in which a backslash takes the meaning from the character behind it. */
final class BackslashRecords implements Records {
    private static final char BACKSLASH = '\\';

    private final Writer out;
    private final char delimiter;
    private final char qualifier;
    private final boolean qualified;
    private final boolean always;
    private final String end;

    BackslashRecords(CsvFormat.Builder settings, Writer out) {
        this.out = out;
        this.delimiter = settings.delimiter;
        this.qualifier = settings.qualifier;
        this.qualified = settings.qualified;
        this.always = settings.always;
        this.end = settings.lineEnding.text();
    }

    @Override
    public void write(String[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            cell(cells[i]);
        }
        out.write(end);
    }

    /** A backslash may stand anywhere. */
    @Override
    public void write(String[] cells, boolean[] bare) throws IOException {
        write(cells);
    }

    /** A backslash may stand anywhere. */
    @Override
    public void writeBare(String[] cells) throws IOException {
        write(cells);
    }

    private void cell(String text) throws IOException {
        if (!qualified) {
            bare(text);
        } else if (always || needsQualifier(text)) {
            out.write(qualifier);
            inside(text);
            out.write(qualifier);
        } else {
            inside(text);
        }
    }

    private boolean needsQualifier(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == qualifier || isLineBreak(c)) {
                return true;
            }
        }
        return false;
    }

    private void inside(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == qualifier || c == BACKSLASH) {
                out.write(BACKSLASH);
            }
            out.write(c);
        }
    }

    /** A line break is written as a letter: one behind a backslash would still end the line for most readers. */
    private void bare(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == BACKSLASH || isLineBreak(c)) {
                out.write(BACKSLASH);
            }
            out.write(c == '\n' ? 'n' : c == '\r' ? 'r' : c);
        }
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
