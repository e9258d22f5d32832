package dev.sluice.batch;

import dev.sluice.types.Value;
import java.io.IOException;
import java.io.Writer;

/** Lines in which a backslash takes the meaning from the character behind it. */
final class BackslashRecords implements Records {
    private static final char BACKSLASH = '\\';

    private final Cells cells;
    private final Traits traits;
    private final Lines out;
    private final char delimiter;
    private final char qualifier;
    private final boolean qualified;
    private final boolean always;
    private final String end;
    /** How many cells the line has so far. */
    private int count;

    BackslashRecords(CsvFormat.Builder settings, Cells cells, Traits traits, Writer out) {
        this.cells = cells;
        this.traits = traits;
        this.out = new Lines(out);
        this.delimiter = settings.delimiter;
        this.qualifier = settings.qualifier;
        this.qualified = settings.qualified;
        this.always = settings.always;
        this.end = settings.lineEnding.text();
    }

    @Override
    public void header(String[] names) throws IOException {
        for (String name : names) {
            next(name);
        }
        endLine();
    }

    @Override
    public void cell(Value value) {
        String given = cells.given(value);
        next(cells.safe(value, given, traits.of(given)));
    }

    private void next(String text) {
        if (count++ > 0) {
            out.write(delimiter);
        }
        put(text);
    }

    @Override
    public void endLine() throws IOException {
        count = 0;
        out.endLine(end);
    }

    private void put(String text) {
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

    private void inside(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == qualifier || c == BACKSLASH) {
                out.write(BACKSLASH);
            }
            out.write(c);
        }
    }

    /** A line break is written as a letter: one behind a backslash would still end the line for most readers. */
    private void bare(String text) {
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
