package dev.sluice.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Lines as RFC 4180 says. Those of bare cells, which were looked at already, go past the library's own look, and so do those
 * whose other cells only hold delimiters or line breaks. Qualifiers to be doubled, and what may begin a comment, are the library's.
 */
final class DoubledRecords implements Records {
    /** At the begin of a line, some readers take it for that of a comment. */
    private static final char COMMENT = '#';

    private final TextBuffer out;
    private final char delimiter;
    private final char qualifier;
    private final boolean always;
    private final String end;
    private final CsvWriter lines;

    DoubledRecords(CsvFormat.Builder settings, Writer out) {
        this.out = new TextBuffer(out);
        this.delimiter = settings.delimiter;
        this.qualifier = settings.qualifier;
        this.always = settings.always;
        this.end = settings.lineEnding.text();
        CsvWriter.CsvWriterBuilder builder = CsvWriter.builder()
                .bufferSize(0)
                .fieldSeparator(settings.delimiter)
                .quoteCharacter(settings.qualifier)
                .lineDelimiter(LineDelimiter.of(settings.lineEnding.text()));
        this.lines = (settings.always ? builder.quoteStrategy(QuoteStrategies.ALWAYS) : builder).build(this.out);
    }

    @Override
    public void write(String[] cells) throws IOException {
        try {
            lines.writeRecord(cells);
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    @Override
    public void write(String[] cells, boolean[] bare) throws IOException {
        if (always || !areSimple(cells, bare)) {
            write(cells);
        } else {
            writeSimple(cells, bare);
        }
    }

    private boolean areSimple(String[] cells, boolean[] bare) {
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (!bare[i] && (cell.isEmpty() || cell.indexOf(qualifier) >= 0 || cell.charAt(0) == COMMENT)) {
                return false;
            }
        }
        return true;
    }

    private void writeSimple(String[] cells, boolean[] bare) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            String cell = cells[i];
            boolean surrounded = !bare[i] && isSplit(cell);
            if (surrounded) {
                out.write(qualifier);
            }
            out.write(cell, 0, cell.length());
            if (surrounded) {
                out.write(qualifier);
            }
        }
        out.write(end, 0, end.length());
    }

    private boolean isSplit(String cell) {
        return cell.indexOf(delimiter) >= 0 || cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
    }

    @Override
    public void writeBare(String[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            out.write(cells[i], 0, cells[i].length());
        }
        out.write(end, 0, end.length());
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
