package dev.sluice.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Lines as RFC 4180 says. */
final class DoubledRecords implements Records {
    private final CsvWriter lines;

    DoubledRecords(CsvFormat.Builder settings, Writer out) {
        CsvWriter.CsvWriterBuilder builder = CsvWriter.builder()
                .fieldSeparator(settings.delimiter)
                .quoteCharacter(settings.qualifier)
                .lineDelimiter(LineDelimiter.of(settings.lineEnding.text()));
        this.lines = (settings.always ? builder.quoteStrategy(QuoteStrategies.ALWAYS) : builder).build(out);
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
    public void flush() throws IOException {
        lines.flush();
    }
}
