package dev.sluice.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlainDatesTest {
    @Test
    void moments_are_those_of_the_clocks_in_a_zone_and_days_stay() throws IOException {
        Obj row = Obj.EMPTY
                .with("at", Moment.of(Instant.parse("2026-03-08T07:59:59.999Z")))
                .with("day", Moment.of(LocalDate.of(2026, 3, 8)))
                .with("text", Value.text("2026-03-08T07:59:59.999Z"));
        RowFormat format = PlainDates.in(ZoneId.of("America/Chicago"), new Lines());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RowWriter writer = format.open(row.shape(), out);
        writer.row(row);
        writer.end();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("2026-03-08 01:59:59\n2026-03-08\n2026-03-08T07:59:59.999Z\nend\n");
        assertThat(format.extension()).isEqualTo("txt");
        assertThat(format.mediaType()).isEqualTo("text/plain");
    }

    /** A value a line. */
    private static final class Lines implements RowFormat {
        @Override
        public String extension() {
            return "txt";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public RowWriter open(Shape columns, OutputStream out) {
            return new RowWriter() {
                @Override
                public void row(Obj row) throws IOException {
                    for (int i = 0; i < columns.size(); i++) {
                        line(row.at(i).text());
                    }
                }

                @Override
                public void end() throws IOException {
                    line("end");
                }

                @Override
                public long marked() {
                    return 0;
                }

                private void line(String text) throws IOException {
                    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
                }
            };
        }
    }
}
