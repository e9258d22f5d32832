package dev.sluice.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlainDatesTest {
    private static final RowFormat LINES = LineFormat.plain();

    @Test
    void moments_are_those_of_the_clocks_in_a_zone_and_days_stay() throws IOException {
        Obj row = Obj.EMPTY
                .with("at", Moment.of(Instant.parse("2026-03-08T07:59:59.999Z")))
                .with("day", Moment.of(LocalDate.of(2026, 3, 8)))
                .with("text", Value.text("2026-03-08T07:59:59.999Z"));
        RowFormat format = PlainDates.in(ZoneId.of("America/Chicago"), LINES);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RowWriter writer = format.open(row.shape(), out);
        writer.row(row);
        writer.end();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("2026-03-08 01:59:59|2026-03-08|2026-03-08T07:59:59.999Z\n");
        assertThat(format.extension()).isEqualTo(LINES.extension());
        assertThat(format.mediaType()).isEqualTo(LINES.mediaType());
    }
}
