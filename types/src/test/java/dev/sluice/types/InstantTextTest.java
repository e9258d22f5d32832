package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InstantTextTest {
    private static final DateTimeFormatter FORMATTER = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    @Test
    void is_what_a_formatter_of_the_jdk_writes() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            long second = FIRST.getEpochSecond()
                    + (long) (random.nextDouble() * (LAST.getEpochSecond() - FIRST.getEpochSecond()));
            Instant instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
            assertThat(Moment.of(instant).text()).isEqualTo(FORMATTER.format(instant));
        }
        assertThat(Moment.of(FIRST).text()).isEqualTo("0000-01-01T00:00:00.000Z");
        assertThat(Moment.of(LAST).text()).isEqualTo("9999-12-31T23:59:59.999Z");
    }
}
