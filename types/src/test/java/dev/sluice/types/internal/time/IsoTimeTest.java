package dev.sluice.types.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.At;
import dev.sluice.types.Parsing;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));

    static Stream<Long> seeds() {
        return Stream.of(Long.getLong("seed", 20261121L));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_the_reader_of_words_and_with_the_jdk(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("sluice.samples", 5_000); i++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong(-60_000_000_000_000L, 250_000_000_000_000L));
            String millis = instant.toString().length() == 24 ? instant.toString() : null;
            String seconds = Instant.ofEpochSecond(instant.getEpochSecond()).toString();

            assertThat(IsoTime.read(seconds)).as(seconds).isEqualTo(Instant.parse(seconds));
            assertThat(TimeReader.read(seconds, PARSING)).as(seconds).isEqualTo(Instant.parse(seconds));
            if (millis != null) {
                assertThat(IsoTime.read(millis)).as(millis).isEqualTo(instant);
                assertThat(TimeReader.read(millis, PARSING)).as(millis).isEqualTo(instant);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T14:30:00Z",
                "2026-13-01T14:30:00Z",
                "2026-03-15T24:00:00Z",
                "2026-03-15T14:60:00Z",
                "2026-03-15T14:30:60Z",
                "2026-03-15T14:30:0xZ",
                "2026-03-15 14:30:00Z",
                "2026/03/15T14:30:00Z",
                "2026-03-15T14.30.00Z",
                "2026-03-15T14:30:00+",
                "2026-03-15T14:30:00.00xZ",
                "2026-03-15T14:30:00,000Z",
                "2026-03-15T14:30Z",
                "0000-03-15T14:30:00Z"
            })
    void leaves_everything_else_alone(String text) {
        assertThat(IsoTime.read(text)).isNull();
    }
}
