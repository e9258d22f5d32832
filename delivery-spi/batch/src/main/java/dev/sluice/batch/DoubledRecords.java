package dev.sluice.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Lines as RFC 4180 says. Those of bare cells, which were looked at already, go past the library's own look. */
final class DoubledRecords implements Records {
    private final TextBuffer out;
    private final char delimiter;
    private final String end;
    private final CsvWriter lines;

    DoubledRecords(CsvFormat.Builder settings, Writer out) {
        this.out = new TextBuffer(out);
        this.delimiter = settings.delimiter;
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
