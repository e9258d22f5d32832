package dev.sluice.templates.internal.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTextTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-15", "0000-01-01", "9999-12-31", "2024-02-29", "2026-04-30"})
    void days_are_read(String text) {
        assertThat(IsoText.day(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "2026-3-15", "2026-03-155", "2026/03-15", "2026-03/15", "2026-13-01", "2026-00-01", "2026-01-00",
                "2026-04-31", "2023-02-29", "x026-03-15", "2026-x3-15", "2026-03-x5", "/026-03-15", ":026-03-15",
                        "-026-03-15"
            })
    void what_is_no_day_is_nothing(String text) {
        assertThat(IsoText.day(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-15T14:30, 2026-03-15T19:30:00Z",
        "2026-03-15 14:30, 2026-03-15T19:30:00Z",
        "2026-03-15T14:30:15, 2026-03-15T19:30:15Z",
        "2026-03-15T00:00Z, 2026-03-15T00:00:00Z",
        "2026-03-15T23:59:59z, 2026-03-15T23:59:59Z",
        "2026-03-15T14:30:15.1Z, 2026-03-15T14:30:15.100Z",
        "2026-03-15T14:30:15.123456789Z, 2026-03-15T14:30:15.123456789Z",
        "2026-03-15T14:30:15.1234567899Z, 2026-03-15T14:30:15.123456789Z",
        "2026-03-15T14:30:15.Z, 2026-03-15T14:30:15Z",
        "2026-03-15T14:30:15.09, 2026-03-15T19:30:15.090Z",
        "2026-03-15T14:30+02:00, 2026-03-15T12:30:00Z",
        "2026-03-15T14:30:00-0530, 2026-03-15T20:00:00Z",
        "2026-03-15T14:30:00.5+17:59, 2026-03-14T20:31:00.500Z"
    })
    void moments_are_read_in_their_own_zone_or_else_in_the_given_one(String text, String instant) {
        assertThat(IsoText.instant(text, CHICAGO)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-15",
                "2026-03-15T14:3",
                "2026-03-15x14:30",
                "2026-03-15T14-30",
                "2026-02-30T14:30",
                "2026-03-15T24:00",
                "2026-03-15T14:60",
                "2026-03-15T14:30:60",
                "2026-03-15Tx4:30",
                "2026-03-15T14:x0",
                "2026-03-15T14:30:x0",
                "2026-03-15T14:30:00x",
                "2026-03-15T14:30:00+2",
                "2026-03-15T14:30:00+25:00",
                "2026-03-15T14:30:00+18:00",
                "2026-03-15T14:30:00+01:60",
                "2026-03-15T14:30:00*01:00",
                "2026-03-15T14:30:00+01-00",
                "2026-03-15T14:30:00+0x:00",
                "2026-03-15T14:30:00+01:0x",
                "2026-03-15T14:30:"
            })
    void what_is_no_moment_is_nothing(String text) {
        assertThat(IsoText.instant(text, CHICAGO)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "dd/MM/y, DD/MM/YYYY",
                "dd.MM.yy, DD.MM.YY",
                "EEEE d MMMM u, dddd D MMMM YYYY",
                "E d. MMM y, ddd D. MMM YYYY",
                "LLLL, MMMM",
                "h:mm:ss a, h:mm:ss A",
                "h B, h A",
                "d 'de' MMMM, D [de] MMMM",
                "''d, []D"
            })
    void patterns_of_the_platform_become_tokens(String java, String tokens) {
        assertThat(JavaPattern.tokens(java)).isEqualTo(tokens);
    }
}
