package dev.sluice.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.flow.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileScheduleTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);

    private static Instant at(String text) {
        return ZonedDateTime.parse(text).toInstant();
    }

    private static List<Instant> times(FileSchedule schedule, Instant from, Instant to) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> next = schedule.nextTime(from);
        while (next.isPresent() && next.get().isBefore(to)) {
            times.add(next.get());
            next = schedule.nextTime(next.get());
        }
        return times;
    }

    /** Every moment of a timetable, day by day, by the rules of the zone alone. */
    private static List<Instant> oracle(Timetable table, ZoneId zone, Instant from, Instant to) {
        Set<Instant> found = new TreeSet<>();
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (LocalTime time : table.on(day)) {
                var offsets = zone.getRules().getValidOffsets(day.atTime(time));
                Instant instant = offsets.isEmpty()
                        ? zone.getRules().getTransition(day.atTime(time)).getInstant()
                        : day.atTime(time).toInstant(offsets.get(0));
                if (instant.isAfter(from) && instant.isBefore(to)) {
                    found.add(instant);
                }
            }
        }
        return List.copyOf(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/Chicago",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "America/Santiago",
                "UTC"
            })
    void over_years_every_day_has_its_time_once_whatever_the_clocks_do(String name) {
        ZoneId zone = ZoneId.of(name);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        Instant from = Instant.parse("2024-01-01T00:00:00Z");
        Instant to = Instant.parse("2028-01-01T00:00:00Z");
        for (int i = 0; i < 12; i++) {
            LocalTime time = LocalTime.of(random.nextInt(4), random.nextInt(60));
            for (Timetable table : List.of(
                    new Timetable.Daily(time),
                    new Timetable.Weekly(EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.of(random.nextInt(1, 8))), time),
                    new Timetable.Monthly(random.nextInt(1, 32), time),
                    new Timetable.Cron(
                            CronExpression.of(time.getMinute() + " */" + random.nextInt(1, 9) + " * * *")))) {
                assertThat(times(FileSchedule.of(zone, table), from, to))
                        .as("%s in %s", table, zone)
                        .isEqualTo(oracle(table, zone, from, to));
            }
        }
    }

    @Test
    void a_time_in_the_gap_is_at_its_end_and_one_in_the_overlap_is_once() {
        FileSchedule nightly = FileSchedule.of(CHICAGO, new Timetable.Daily(AT_NIGHT));
        assertThat(nightly.nextTime(at("2026-03-07T12:00:00-06:00"))).hasValue(at("2026-03-08T03:00:00-05:00"));
        FileSchedule repeated = FileSchedule.of(CHICAGO, new Timetable.Daily(LocalTime.of(1, 30)));
        assertThat(times(repeated, at("2026-10-31T12:00:00-05:00"), at("2026-11-02T00:00:00-06:00")))
                .containsExactly(at("2026-11-01T01:30:00-05:00"));
    }

    @Test
    void hours_are_real_hours() {
        FileSchedule hourly = FileSchedule.of(CHICAGO, new Timetable.Hourly(15));
        assertThat(times(hourly, at("2026-11-01T00:00:00-05:00"), at("2026-11-02T00:00:00-06:00")))
                .hasSize(25);
        assertThat(times(hourly, at("2026-03-08T00:00:00-06:00"), at("2026-03-09T00:00:00-05:00")))
                .hasSize(23);
    }

    @Test
    void a_month_without_such_a_day_has_it_on_its_last() {
        FileSchedule monthly = FileSchedule.of(CHICAGO, new Timetable.Monthly(31, AT_NIGHT));
        assertThat(times(monthly, at("2027-02-01T00:00:00-06:00"), at("2027-05-01T00:00:00-05:00")))
                .extracting(time -> LocalDate.ofInstant(time, CHICAGO).toString())
                .containsExactly("2027-02-28", "2027-03-31", "2027-04-30");
    }

    @Test
    void weekends_and_holidays_are_left_out() {
        FileSchedule daily = FileSchedule.of(CHICAGO, new Timetable.Daily(AT_NIGHT))
                .onWorkingDays(Set.of(LocalDate.parse("2026-12-25")));
        assertThat(daily.nextTime(at("2026-12-24T12:00:00-06:00"))).hasValue(at("2026-12-28T02:30:00-06:00"));
    }

    @Test
    void what_falls_into_a_forbidden_window_waits_for_its_end() {
        FileSchedule daily = FileSchedule.of(CHICAGO, new Timetable.Daily(LocalTime.of(7, 0)))
                .within(Hours.workingDays("09:00", "17:00"));
        assertThat(daily.nextTime(at("2026-12-21T12:00:00-06:00"))).hasValue(at("2026-12-22T09:00:00-06:00"));
    }

    @Test
    void what_waits_for_hours_that_open_on_a_holiday_waits_for_the_day_after() {
        FileSchedule daily = FileSchedule.of(CHICAGO, new Timetable.Daily(LocalTime.of(20, 0)))
                .onWorkingDays(Set.of(LocalDate.parse("2026-12-25")))
                .within(Hours.workingDays("09:00", "17:00"));
        assertThat(daily.nextTime(at("2026-12-24T12:00:00-06:00"))).hasValue(at("2026-12-28T09:00:00-06:00"));
    }

    private static final Instant NOON = at("2026-06-10T12:00:00-05:00");
    private static final FileSchedule NIGHTLY = FileSchedule.of(CHICAGO, new Timetable.Daily(AT_NIGHT));

    private static Waiting rows(long count, Instant oldest, Instant newest) {
        return new Waiting(count, 0, oldest, newest, NOON.minus(Duration.ofDays(9)));
    }

    @Test
    void rows_go_at_the_next_time_after_they_came_however_long_none_came() {
        assertThat(NIGHTLY.due(rows(3, NOON, NOON.plusSeconds(60)))).hasValue(at("2026-06-11T02:30:00-05:00"));
    }

    @Test
    void without_rows_there_is_no_file_unless_wanted() {
        Waiting nothing = Waiting.nothing(NOON);
        assertThat(NIGHTLY.due(nothing)).isEmpty();
        assertThat(NIGHTLY.look(nothing, NOON)).hasValue(at("2026-06-11T02:30:00-05:00"));
        assertThat(NIGHTLY.alsoEmpty().due(nothing)).hasValue(at("2026-06-11T02:30:00-05:00"));
    }

    @Test
    void any_reason_makes_a_file() {
        FileSchedule many =
                NIGHTLY.afterRows(100).afterInactivity(Duration.ofHours(2)).atMostAfter(Duration.ofHours(5));
        Instant newest = NOON.plus(Duration.ofMinutes(30));
        assertThat(many.due(rows(100, NOON, newest))).hasValue(newest);
        assertThat(many.due(rows(99, NOON, newest))).hasValue(newest.plus(Duration.ofHours(2)));
        Instant late = NOON.plus(Duration.ofHours(4));
        assertThat(many.due(rows(99, NOON, late))).hasValue(NOON.plus(Duration.ofHours(5)));
    }

    @Test
    void too_few_rows_wait_on_until_they_are_too_old() {
        FileSchedule atLeast = NIGHTLY.withAtLeast(10);
        assertThat(atLeast.due(rows(9, NOON, NOON))).isEmpty();
        assertThat(atLeast.atMostAfter(Duration.ofDays(2)).due(rows(9, NOON, NOON)))
                .hasValue(NOON.plus(Duration.ofDays(2)));
    }

    @Test
    void full_files_wait_for_a_working_day() {
        FileSchedule full = FileSchedule.of(CHICAGO).afterRows(5).onWorkingDays(Set.of(LocalDate.parse("2026-06-15")));
        assertThat(full.due(rows(5, NOON, at("2026-06-13T12:00:00-05:00")))).hasValue(at("2026-06-16T00:00:00-05:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "0 2 29 2 *, 2028-02-29T02:00-06:00[America/Chicago]",
        "0 2 13 * fri, 2026-06-12T02:00-05:00[America/Chicago]",
        "*/20 8-9 * jul-aug *, 2026-07-01T08:00-05:00[America/Chicago]",
        "5/30 0 * * 7, 2026-06-14T00:05-05:00[America/Chicago]",
        "@monthly, 2026-07-01T00:00-05:00[America/Chicago]"
    })
    void cron_says_the_next_time(String cron, String next) {
        FileSchedule schedule = FileSchedule.of(CHICAGO, new Timetable.Cron(CronExpression.of(cron)));
        assertThat(schedule.nextTime(NOON)).hasValue(at(next));
    }

    @Test
    void a_cron_that_never_comes_is_never() {
        FileSchedule never = FileSchedule.of(CHICAGO, new Timetable.Cron(CronExpression.of("0 0 31 2 *")));
        assertThat(never.nextTime(NOON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "*/0 * * * *",
                "5-1 * * * *",
                "a * * * *",
                "1,,2 * * * *",
                "1-2-3 * * * *",
                "-1 * * * *",
                "99999999999 * * * *"
            })
    void what_is_no_cron_is_refused_with_its_reason(String text) {
        assertThatThrownBy(() -> CronExpression.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)'.*' (is no .* of cron; it is from \\d+ to \\d+|has \\d fields; .*)");
    }
}
