package dev.sluice.internal.caps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.CapWindow;
import dev.sluice.flow.TimeUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CapWindowsTest {
    private static final String[] ZONES = {
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/Sao_Paulo",
        "Asia/Beirut",
        "America/St_Johns",
        "Europe/London",
        "Asia/Kathmandu",
        "UTC",
        "Antarctica/Troll",
        "Africa/Casablanca"
    };

    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : new Random(31).longs(400);
    }

    private static Period at(CapWindow window, String zone, String moment) {
        return CapWindows.of(window, ZoneId.of(zone)).at(Instant.parse(moment));
    }

    @ParameterizedTest(name = "{0} {1} in {2} at {3}")
    @CsvSource({
        // Ordinary windows.
        "1, DAY, America/New_York, 2024-01-15T23:00:00Z, 2024-01-15T05:00:00Z, 2024-01-16T05:00:00Z",
        "1, WEEK, America/New_York, 2024-01-21T23:00:00Z, 2024-01-15T05:00:00Z, 2024-01-22T05:00:00Z",
        "1, MONTH, America/New_York, 2024-02-29T23:00:00Z, 2024-02-01T05:00:00Z, 2024-03-01T05:00:00Z",
        "1, YEAR, UTC, 2024-02-29T23:00:00Z, 2024-01-01T00:00:00Z, 2025-01-01T00:00:00Z",
        "1, MINUTE, UTC, 2024-02-29T23:00:59.999Z, 2024-02-29T23:00:00Z, 2024-02-29T23:01:00Z",
        // New York: the day of 23 hours, the day of 25, and the hour that comes twice.
        "1, DAY, America/New_York, 2024-03-10T12:00:00Z, 2024-03-10T05:00:00Z, 2024-03-11T04:00:00Z",
        "1, DAY, America/New_York, 2024-11-03T12:00:00Z, 2024-11-03T04:00:00Z, 2024-11-04T05:00:00Z",
        "1, HOUR, America/New_York, 2024-11-03T05:30:00Z, 2024-11-03T05:00:00Z, 2024-11-03T06:00:00Z",
        "1, HOUR, America/New_York, 2024-11-03T06:30:00Z, 2024-11-03T06:00:00Z, 2024-11-03T07:00:00Z",
        "6, HOUR, America/New_York, 2024-11-03T06:30:00Z, 2024-11-03T04:00:00Z, 2024-11-03T11:00:00Z",
        "6, HOUR, America/New_York, 2024-03-10T06:30:00Z, 2024-03-10T05:00:00Z, 2024-03-10T10:00:00Z",
        // Lord Howe moves its clocks by half an hour.
        "1, HOUR, Australia/Lord_Howe, 2024-04-06T14:45:00Z, 2024-04-06T14:00:00Z, 2024-04-06T15:00:00Z",
        "1, HOUR, Australia/Lord_Howe, 2024-04-06T15:15:00Z, 2024-04-06T15:00:00Z, 2024-04-06T15:30:00Z",
        "1, HOUR, Australia/Lord_Howe, 2024-10-05T15:40:00Z, 2024-10-05T15:30:00Z, 2024-10-05T16:00:00Z",
        "1, DAY, Australia/Lord_Howe, 2024-04-07T01:00:00Z, 2024-04-06T13:00:00Z, 2024-04-07T13:30:00Z",
        // Apia had no 30 December 2011.
        "1, DAY, Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z",
        "1, DAY, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z",
        "1, WEEK, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-26T10:00:00Z, 2012-01-01T10:00:00Z",
        // Days that begin at one o'clock.
        "1, DAY, America/Sao_Paulo, 2018-11-04T12:00:00Z, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
        "1, DAY, America/Sao_Paulo, 2018-11-04T02:59:59Z, 2018-11-03T03:00:00Z, 2018-11-04T03:00:00Z",
        "1, DAY, Asia/Beirut, 2022-03-27T12:00:00Z, 2022-03-26T22:00:00Z, 2022-03-27T21:00:00Z",
        // A midnight that comes twice begins its day once.
        "1, DAY, America/St_Johns, 2006-10-29T02:30:30Z, 2006-10-29T02:30:00Z, 2006-10-30T03:30:00Z",
        "1, DAY, America/St_Johns, 2006-10-29T03:00:00Z, 2006-10-29T02:30:00Z, 2006-10-30T03:30:00Z",
    })
    void a_window_is_the_calendars(int value, TimeUnit unit, String zone, String moment, String start, String end) {
        Period period = at(CapWindow.each(value, unit), zone, moment);

        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.windows()).containsExactly(start);
        assertThat(period.countsUntil(0)).contains(Instant.parse(end));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void windows_follow_each_other_without_a_gap(long seed) {
        Random random = new Random(seed);
        String zone = ZONES[random.nextInt(ZONES.length)];
        TimeUnit unit = TimeUnit.values()[random.nextInt(TimeUnit.values().length)];
        CapWindows windows = CapWindows.of(CapWindow.each(1 + random.nextInt(4), unit), ZoneId.of(zone));
        Instant moment = someTransition(random, ZoneId.of(zone)).plusSeconds(random.nextInt(200_000) - 100_000);

        Period period = windows.at(moment);
        Period next = windows.at(period.end());

        assertThat(period.start()).isBeforeOrEqualTo(moment);
        assertThat(period.end()).isAfter(moment);
        assertThat(next.start()).isEqualTo(period.end());
        assertThat(windows.at(period.start())).isEqualTo(period);
        assertThat(windows.at(period.end().minusMillis(1))).isEqualTo(period);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void days_and_longer_begin_when_the_clocks_first_show_a_day_of_their_own(long seed) {
        Random random = new Random(seed);
        ZoneId zone = ZoneId.of(ZONES[random.nextInt(ZONES.length)]);
        Period period = CapWindows.of(CapWindow.each(1, TimeUnit.DAY), zone)
                .at(someTransition(random, zone).plusSeconds(random.nextInt(200_000) - 100_000));

        ZonedDateTime first = period.start().atZone(zone);
        ZonedDateTime before = period.start().minusNanos(1).atZone(zone);

        assertThat(first.toLocalDate()).isAfter(before.toLocalDate());
        assertThat(Duration.between(period.start(), period.end()))
                .isBetween(Duration.ofHours(22), Duration.ofHours(26));
    }

    private static Instant someTransition(Random random, ZoneId zone) {
        Instant from = Instant.parse("1985-01-01T00:00:00Z").plusSeconds(random.nextInt(1_200_000_000));
        return zone.getRules().nextTransition(from) == null
                ? from
                : zone.getRules().nextTransition(from).getInstant();
    }

    @Test
    void three_days_are_counted_from_the_first_monday_of_1970() {
        CapWindow threeDays = CapWindow.each(3, TimeUnit.DAY);

        assertThat(at(threeDays, "UTC", "1970-01-05T00:00:00Z").end()).isEqualTo("1970-01-08T00:00:00Z");
        assertThat(at(threeDays, "UTC", "1970-01-04T12:00:00Z").start()).isEqualTo("1970-01-02T00:00:00Z");
        assertThat(at(CapWindow.each(3, TimeUnit.MONTH), "UTC", "2024-05-15T00:00:00Z")
                        .start())
                .isEqualTo("2024-04-01T00:00:00Z");
    }

    @Test
    void two_days_of_which_one_never_was_last_one() {
        CapWindow twoDays = CapWindow.each(2, TimeUnit.DAY);

        Period period = at(twoDays, "Pacific/Apia", "2011-12-30T10:00:00Z");

        assertThat(Duration.between(period.start(), period.end())).isIn(Duration.ofDays(1), Duration.ofDays(2));
        assertThat(at(twoDays, "Pacific/Apia", period.end().toString()).start()).isEqualTo(period.end());
    }

    @Test
    void all_time_is_one_window_without_an_end() {
        Period period = at(CapWindow.TOTAL, "UTC", "2024-01-01T00:00:00Z");

        assertThat(period.windows()).containsExactly("");
        assertThat(period.countsUntil(0)).isEmpty();
        assertThat(period.contains(Instant.parse("3000-01-01T00:00:00Z"))).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_rolling_window_covers_its_length_and_at_most_a_fifty_ninth_more(long seed) {
        Random random = new Random(seed);
        TimeUnit unit = TimeUnit.values()[random.nextInt(4)];
        int value = 1 + random.nextInt(9);
        long length = unit.unit().getDuration().toMillis() * value;
        Instant now = Instant.ofEpochMilli(Math.floorMod(random.nextLong(), 4_000_000_000_000L));
        CapWindows windows = CapWindows.of(CapWindow.last(value, unit), ZoneId.of("UTC"));

        Period period = windows.at(now);
        Instant taken = now.minusMillis(random.nextLong(length));
        String bucket = windows.at(taken).windows().get(0);

        assertThat(period.windows()).hasSize(RollingWindows.STRETCHES).contains(bucket);
        Instant free = period.countsUntil(period.windows().indexOf(bucket)).orElseThrow();
        assertThat(free).isBetween(taken.plusMillis(length), taken.plusMillis(length + length / 59 + 61));
        assertThat(windows.at(free).windows()).doesNotContain(bucket);
        assertThat(windows.at(free.minusMillis(1)).windows()).contains(bucket);
    }
}
