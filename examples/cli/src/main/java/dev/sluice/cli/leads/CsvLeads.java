package dev.sluice.cli.leads;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.sluice.types.Lead;
import dev.sluice.types.Value;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leads in CSV under a header. A row must have as many fields as the header: one that has not may be shifted, and is told
 * rather than guessed. An empty field is no value.
 */
final class CsvLeads extends Leads {
    /** Stands for bytes that are no UTF-8: half of a pair, which no text in UTF-8 has alone. */
    private static final char NO_TEXT = '\udcff';

    private final Iterator<CsvRecord> rows;
    private final List<String> header;
    private final LeadForm form;
    private final Consumer<BadLine> bad;
    private long line;

    private CsvLeads(Iterator<CsvRecord> rows, List<String> header, LeadForm form, Consumer<BadLine> bad) {
        this.rows = rows;
        this.header = header;
        this.form = form;
        this.bad = bad;
    }

    static Iterator<Lead> of(InputStream text, LeadForm form, Consumer<BadLine> bad) {
        Iterator<CsvRecord> rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(new InputStreamReader(text, decoder()))
                .iterator();
        CsvLeads leads = new CsvLeads(rows, List.of(), form, bad);
        CsvRecord first = leads.row();
        List<String> header = first == null ? List.of() : first.getFields();
        if (header.stream().anyMatch(CsvLeads::isNoText)) {
            bad.accept(new BadLine(
                    1, "the header holds bytes that are no UTF-8; nothing was read; save the file as UTF-8"));
            return List.<Lead>of().iterator();
        }
        if (new LinkedHashSet<>(header).size() != header.size()) {
            bad.accept(new BadLine(1, "the header names a column twice; nothing was read"));
            return List.<Lead>of().iterator();
        }
        return new CsvLeads(rows, header, form, bad);
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(NO_TEXT));
    }

    private static boolean isNoText(String field) {
        int at = field.indexOf(NO_TEXT);
        while (at > 0 && Character.isHighSurrogate(field.charAt(at - 1))) {
            at = field.indexOf(NO_TEXT, at + 1);
        }
        return at >= 0;
    }

    @Override
    @Nullable Lead find() {
        for (CsvRecord row = row(); row != null; row = row()) {
            try {
                return form.lead(fields(row));
            } catch (UnreadableLeadException unreadable) {
                bad.accept(new BadLine(row.getStartingLineNumber(), unreadable.why()));
            }
        }
        return null;
    }

    /** The next row; null at the end, and where quotes do not close so that no further row can be told apart. */
    private @Nullable CsvRecord row() {
        try {
            CsvRecord row = rows.hasNext() ? rows.next() : null;
            line = row == null ? line : row.getStartingLineNumber();
            return row;
        } catch (CsvParseException unreadable) {
            bad.accept(new BadLine(
                    line + 1, "the row that begins about here is no CSV; the rest was not read: " + cause(unreadable)));
            return null;
        }
    }

    private static String cause(CsvParseException unreadable) {
        Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
        return String.valueOf(cause.getMessage());
    }

    private Map<String, Value> fields(CsvRecord row) {
        if (row.getFieldCount() != header.size()) {
            throw new UnreadableLeadException(
                    "it has " + row.getFieldCount() + " fields, but the header has " + header.size());
        }
        Map<String, Value> fields = new LinkedHashMap<>(header.size() * 2);
        for (int i = 0; i < header.size(); i++) {
            String field = row.getField(i);
            if (isNoText(field)) {
                throw new UnreadableLeadException(
                        "'" + header.get(i) + "' holds bytes that are no UTF-8; save the file as UTF-8");
            }
            if (!field.isEmpty()) {
                fields.put(header.get(i), Value.text(field));
            }
        }
        return fields;
    }
}
