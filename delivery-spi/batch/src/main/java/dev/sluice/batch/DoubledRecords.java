package dev.sluice.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Lines as RFC 4180 says. All cells were looked at already, so most go past the library's own look: those without a qualifier
 * inside. Qualifiers to be doubled, and what may begin a comment, are the library's.
 */
final class DoubledRecords implements Records {
    private final Cells cells;
    private final Traits traits;
    private final Lines out;
    private final char delimiter;
    private final char qualifier;
    private final boolean always;
    private final String end;
    private final CsvWriter library;
    /** How many cells the line has so far. */
    private int count;
    /** Where the line begins. */
    private int start;

    DoubledRecords(CsvFormat.Builder settings, Cells cells, Traits traits, Writer out) {
        this.cells = cells;
        this.traits = traits;
        this.out = new Lines(out);
        this.delimiter = settings.delimiter;
        this.qualifier = settings.qualifier;
        this.always = settings.always;
        this.end = settings.lineEnding.text();
        this.library = CsvWriter.builder()
                .bufferSize(0)
                .fieldSeparator(settings.delimiter)
                .quoteCharacter(settings.qualifier)
                .quoteStrategy(settings.always ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
                .lineDelimiter(LineDelimiter.of(end))
                .build(this.out);
    }

    @Override
    public void header(String[] names) throws IOException {
        library(names);
        out.endLine();
    }

    private void library(String... texts) throws IOException {
        try {
            library.writeRecord(texts);
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    @Override
    public void cell(Value value) throws IOException {
        if (count++ > 0) {
            out.write(delimiter);
        } else {
            start = out.position();
        }
        int from = out.position();
        String given = cells.given(value);
        int seen = out.put(given, traits);
        String safe = cells.safe(value, given, seen);
        if (safe != given) {
            out.takeBack(from);
            seen = out.put(safe, traits);
        }
        qualify(safe, seen, from);
    }

    /** Of the text behind {@code from}. */
    private void qualify(String text, int seen, int from) throws IOException {
        if (always || (seen & Traits.QUALIFIER) != 0 || count == 1 && (seen & Traits.COMMENT) != 0) {
            out.takeBack(from);
            library(text);
            out.takeBack(out.position() - end.length());
        } else if ((seen & Traits.SPLIT) != 0) {
            out.surround(from, qualifier);
        }
    }

    /** A line of nothing would be passed over by readers, so one empty cell has qualifiers. */
    @Override
    public void endLine() throws IOException {
        if (count == 1 && out.position() == start) {
            out.surround(start, qualifier);
        }
        count = 0;
        out.endLine(end);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
