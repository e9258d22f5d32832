package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Formats hold no more of a file than its last rows: what they have not passed on stays below a bound, however many rows come.
 * {@code -Dsluice.batch.rows=1000000} for as many.
 */
class BoundedFormatsTest {
    private static final int ROWS = Integer.getInteger("sluice.batch.rows", 20_000);
    private static final Shape COLUMNS = Shape.of(List.of("email", "amount"));
    /** A page of rows, or what packing holds back. */
    private static final int MOST_ROWS_HELD = 3_000;

    static Stream<RowFormat> formats() {
        return Stream.of(
                CsvFormat.commas(),
                CsvFormat.builder().escape(Escape.BACKSLASH).build(),
                JsonFormat.array(),
                JsonFormat.lines(),
                XmlFormat.document(),
                FixedWidthFormat.builder()
                        .column("email", 30)
                        .column("amount", 10)
                        .build(),
                ExcelFormat.workbook());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void rows_are_passed_on_while_more_come(RowFormat format) throws IOException {
        Counting out = new Counting();
        RowWriter writer = format.open(COLUMNS, out);
        long passed = 0;
        int held = 0;
        int mostHeld = 0;
        for (int i = 0; i < ROWS; i++) {
            writer.row(Obj.of(COLUMNS, Value.text("somebody" + i * 7919 % ROWS + "@example.com"), Value.number(i)));
            held = out.count > passed ? 0 : held + 1;
            passed = out.count;
            mostHeld = Math.max(mostHeld, held);
        }
        writer.end();
        assertThat(mostHeld).isLessThan(MOST_ROWS_HELD);
        assertThat(out.count).isGreaterThan(ROWS);
    }

    /** Keeps nothing. */
    private static final class Counting extends OutputStream {
        private long count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
