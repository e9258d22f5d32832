package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubledRecordsTest {
    private static final String CHARACTERS = "ab ;,#'\"\r\n\t=\u00eb\u2028";
    private static final CsvFormat.Builder SETTINGS =
            CsvFormat.builder().delimiter(';').formulaSafe(false);
    private static final Traits TRAITS = new Traits(SETTINGS);

    @Test
    void lines_that_go_past_the_library_are_what_it_writes() throws IOException {
        Random random = new Random(11);
        for (int run = 0; run < 5_000; run++) {
            String[] cells = new String[2 + random.nextInt(4)];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = text(random);
            }
            StringWriter own = new StringWriter();
            DoubledRecords records = new DoubledRecords(SETTINGS, new Cells(SETTINGS), TRAITS, own);
            for (String cell : cells) {
                records.cell(Value.text(cell));
            }
            records.endLine();
            records.flush();
            StringWriter library = new StringWriter();
            CsvWriter.builder()
                    .fieldSeparator(';')
                    .bufferSize(0)
                    .lineDelimiter(LineDelimiter.LF)
                    .build(library)
                    .writeRecord(cells);
            assertThat(own).hasToString(library.toString());
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(5); length > 0; length--) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
