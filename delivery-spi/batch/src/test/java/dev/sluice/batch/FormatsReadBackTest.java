package dev.sluice.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.sluice.types.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What libraries read of a file is what was written. */
class FormatsReadBackTest {
    private static final String ALPHABET = "ab,;|\t\"'\\\r\n =-@\u00e9\u20ac\u2028\ufeff\0";
    private static final List<String> COLUMNS = List.of("a", "b", "c");
    private static final int FILES = 300;

    private final Random random = new Random(7);

    private List<List<Value>> rows(List<List<String>> texts) {
        return texts.stream().map(row -> row.stream().map(Value::text).toList()).toList();
    }

    private List<List<String>> texts() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            rows.add(List.of(text(), text(), text()));
        }
        return rows;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return random.nextInt(9) == 0 ? text + "\ud83d\ude00" : text.toString();
    }

    @Test
    void csv_with_any_settings() {
        char[] delimiters = {',', ';', '\t', '|', '\u00a7'};
        for (int file = 0; file < FILES; file++) {
            char delimiter = delimiters[random.nextInt(delimiters.length)];
            char qualifier = random.nextBoolean() ? '"' : '\'';
            CsvFormat format = CsvFormat.builder()
                    .delimiter(delimiter)
                    .qualifier(qualifier)
                    .qualifyAll(random.nextBoolean())
                    .lineEnding(LineEnding.values()[random.nextInt(3)])
                    .byteOrderMark(random.nextBoolean())
                    .build();
            List<List<String>> given = texts();
            List<List<String>> read = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .quoteCharacter(qualifier)
                    .detectBomHeader(true)
                    .ofCsvRecord(new java.io.ByteArrayInputStream(
                            Rows.of(format, COLUMNS, rows(given)).bytes()))
                    .stream()
                    .map(CsvRecord::getFields)
                    .map(row -> row.stream()
                            .map(cell -> Formulas.original(cell, delimiter))
                            .toList())
                    .toList();
            assertThat(read.get(0)).isEqualTo(COLUMNS);
            assertThat(read.subList(1, read.size())).as("file %d", file).isEqualTo(given);
        }
    }

    @Test
    void cells_behind_backslashes() {
        for (int file = 0; file < FILES; file++) {
            boolean qualified = random.nextBoolean();
            CsvFormat.Builder settings =
                    CsvFormat.builder().escape(Escape.BACKSLASH).header(false);
            CsvFormat format = (qualified ? settings : settings.noQualifier()).build();
            List<List<String>> given = texts();
            String text = new String(Rows.of(format, COLUMNS, rows(given)).bytes(), UTF_8);
            List<List<String>> read = new Backslashes(text, qualified)
                    .rows().stream()
                            .map(row -> row.stream().map(Formulas::original).toList())
                            .toList();
            assertThat(read).as("file %d", file).isEqualTo(given);
        }
    }

    @Test
    void json_of_any_text() throws IOException {
        ObjectMapper jackson = new ObjectMapper();
        for (int file = 0; file < FILES; file++) {
            List<List<String>> given = texts();
            JsonNode array = jackson.readTree(
                    Rows.of(JsonFormat.array(), COLUMNS, rows(given)).bytes());
            assertThat(array).hasSize(given.size());
            String lines =
                    new String(Rows.of(JsonFormat.lines(), COLUMNS, rows(given)).bytes(), UTF_8);
            List<String> each = List.of(lines.split("\n"));
            assertThat(each).hasSize(given.size());
            for (int i = 0; i < given.size(); i++) {
                JsonNode line = jackson.readTree(each.get(i));
                assertThat(line).isEqualTo(array.get(i));
                for (int c = 0; c < COLUMNS.size(); c++) {
                    assertThat(line.get(COLUMNS.get(c)).textValue())
                            .isEqualTo(given.get(i).get(c));
                }
            }
        }
    }
}
