package dev.sluice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.Hours.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    private static boolean open(Hours hours, String local) {
        return Schedule.of(hours, ZoneOffset.UTC)
                .isOpen(LocalDateTime.parse(local).toInstant(ZoneOffset.UTC));
    }

    /** 2024-01-15 was a Monday. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-15T08:59:59.999, false",
        "2024-01-15T09:00:00, true",
        "2024-01-15T12:00:00, true",
        "2024-01-15T17:00:00, true",
        "2024-01-15T17:00:59.999, true",
        "2024-01-15T17:01:00, false",
        "2024-01-19T12:00:00, true",
        "2024-01-20T12:00:00, false",
        "2024-01-21T12:00:00, false"
    })
    void the_first_and_the_last_minute_are_open(String local, boolean isOpen) {
        assertThat(open(Hours.workingDays("09:00", "17:00"), local)).isEqualTo(isOpen);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-15T12:00:59, true",
        "2024-01-15T12:01:00, false",
        "2024-01-15T12:59:59, false",
        "2024-01-15T13:00:00, true"
    })
    void a_day_may_have_several_periods(String local, boolean isOpen) {
        Hours lunch = Hours.workingDays("09:00", "17:00")
                .on(DayOfWeek.MONDAY, Period.of("09:00", "12:00"), Period.of("13:00", "17:00"));

        assertThat(open(lunch, local)).isEqualTo(isOpen);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-15T05:00:00, false",
        "2024-01-15T21:59:59, false",
        "2024-01-15T22:00:00, true",
        "2024-01-15T23:59:59.999, true",
        "2024-01-16T00:00:00, true",
        "2024-01-16T06:00:59, true",
        "2024-01-16T06:01:00, false",
        "2024-01-16T22:00:00, false"
    })
    void a_period_that_ends_before_it_begins_goes_on_past_midnight(String local, boolean isOpen) {
        assertThat(open(night(DayOfWeek.MONDAY), local)).isEqualTo(isOpen);
    }

    private static Hours night(DayOfWeek day) {
        return new Hours(true, null, Map.of(day, List.of(Period.of("22:00", "06:00"))), List.of(), Map.of());
    }

    @ParameterizedTest
    @CsvSource({"2024-01-15T00:00:00, true", "2024-01-15T23:59:59.999, true", "2024-01-16T00:00:00, false"})
    void a_whole_day_is_open_from_midnight_to_midnight(String local, boolean isOpen) {
        Hours monday = new Hours(true, null, Map.of(DayOfWeek.MONDAY, List.of(Period.DAY)), List.of(), Map.of());

        assertThat(open(monday, local)).isEqualTo(isOpen);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-25T10:00:00, false",
        "2024-12-24T10:00:00, true",
        "2024-12-24T12:01:00, false",
        "2024-12-28T10:00:00, true",
        "2024-12-27T10:00:00, false"
    })
    void dates_come_before_days(String local, boolean isOpen) {
        Hours hours = Hours.workingDays("09:00", "17:00")
                .closedOn(LocalDate.parse("2024-12-25"))
                .on(LocalDate.parse("2024-12-24"), Period.of("09:00", "12:00"))
                .on(LocalDate.parse("2024-12-28"), Period.of("09:00", "12:00"))
                .on(LocalDate.parse("2024-12-27"));

        assertThat(open(hours, local)).isEqualTo(isOpen);
    }

    @Test
    void a_night_belongs_to_the_day_on_which_it_begins() {
        Hours eve = night(DayOfWeek.TUESDAY).closedOn(LocalDate.parse("2024-12-25"));
        Hours christmas = night(DayOfWeek.WEDNESDAY).closedOn(LocalDate.parse("2024-12-25"));

        assertThat(open(eve, "2024-12-25T03:00:00")).isTrue();
        assertThat(open(christmas, "2024-12-25T23:00:00")).isFalse();
        assertThat(open(christmas, "2024-12-26T03:00:00")).isFalse();
    }

    @Test
    void hours_are_those_of_their_own_zone_or_else_of_the_flow() {
        Hours hours = Hours.workingDays("09:00", "17:00");
        Instant morning = Instant.parse("2024-01-15T09:00:00Z");

        assertThat(Schedule.of(hours, ZoneOffset.UTC).isOpen(morning)).isTrue();
        assertThat(Schedule.of(hours, NEW_YORK).isOpen(morning)).isFalse();
        assertThat(Schedule.of(hours.in(ZoneOffset.UTC), NEW_YORK).isOpen(morning))
                .isTrue();
    }

    @Test
    void disabled_hours_are_always_open() {
        assertThat(Schedule.ALWAYS.isOpen(Instant.EPOCH)).isTrue();
        assertThat(Schedule.ALWAYS.nextOpening(Instant.EPOCH)).contains(Instant.EPOCH);
        assertThat(open(new Hours(false, null, Map.of(), List.of(), Map.of()), "2024-01-15T09:00:00"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-15T09:00:30Z, 2024-01-15T09:00:30Z",
        "2024-01-15T17:01:00Z, 2024-01-16T09:00:00Z",
        "2024-01-19T18:00:00Z, 2024-01-23T09:00:00Z",
        "2024-01-22T08:00:00Z, 2024-01-23T09:00:00Z"
    })
    void it_says_when_it_opens_next(Instant now, Instant next) {
        Hours hours = Hours.workingDays("09:00", "17:00").closedOn(LocalDate.parse("2024-01-22"));

        assertThat(Schedule.of(hours, ZoneOffset.UTC).nextOpening(now)).contains(next);
    }

    @Test
    void it_opens_never_again_after_the_last_exception() {
        Hours fair = new Hours(true, null, Map.of(), List.of(), Map.of())
                .on(LocalDate.parse("2030-05-01"), Period.of("10:00", "18:00"));
        Schedule schedule = Schedule.of(fair, ZoneOffset.UTC);

        assertThat(schedule.nextOpening(Instant.parse("2024-01-01T00:00:00Z")))
                .contains(Instant.parse("2030-05-01T10:00:00Z"));
        assertThat(schedule.nextOpening(Instant.parse("2030-05-01T18:01:00Z"))).isEmpty();
    }

    @Test
    void a_run_of_holidays_longer_than_weeks_is_passed_over() {
        Hours hours = Hours.workingDays("09:00", "17:00")
                .closedOn(LocalDate.parse("2024-07-01")
                        .datesUntil(LocalDate.parse("2024-08-12"))
                        .toArray(LocalDate[]::new));

        assertThat(Schedule.of(hours, ZoneOffset.UTC).nextOpening(Instant.parse("2024-06-29T00:00:00Z")))
                .contains(Instant.parse("2024-08-12T09:00:00Z"));
    }

    /** 2024-03-10 02:00 is followed by 03:00, 2024-11-03 02:00 by 01:00. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-10T06:29:59Z, false, 2024-03-10T06:30:00Z",
        "2024-03-10T06:30:00Z, true, 2024-03-10T06:30:00Z",
        "2024-03-10T07:30:00Z, true, 2024-03-10T07:30:00Z",
        "2024-03-10T07:31:00Z, false, 2024-03-17T05:30:00Z",
        "2024-11-03T05:29:59Z, false, 2024-11-03T05:30:00Z",
        "2024-11-03T05:30:00Z, true, 2024-11-03T05:30:00Z",
        "2024-11-03T06:00:00Z, false, 2024-11-03T06:30:00Z",
        "2024-11-03T06:30:00Z, true, 2024-11-03T06:30:00Z",
        "2024-11-03T08:30:59Z, true, 2024-11-03T08:30:59Z",
        "2024-11-03T08:31:00Z, false, 2024-11-10T06:30:00Z"
    })
    void clock_changes_are_followed_as_the_wall_shows_them(Instant moment, boolean isOpen, Instant next) {
        Hours sunday = new Hours(
                true, NEW_YORK, Map.of(DayOfWeek.SUNDAY, List.of(Period.of("01:30", "03:30"))), List.of(), Map.of());
        Schedule schedule = Schedule.of(sunday, ZoneOffset.UTC);

        assertThat(schedule.isOpen(moment)).isEqualTo(isOpen);
        assertThat(schedule.nextOpening(moment)).contains(next);
    }

    @Test
    void a_period_that_a_clock_change_leaves_out_waits_for_the_next_week() {
        Hours hours = new Hours(
                true, NEW_YORK, Map.of(DayOfWeek.SUNDAY, List.of(Period.of("02:10", "02:50"))), List.of(), Map.of());

        assertThat(Schedule.of(hours, ZoneOffset.UTC).nextOpening(Instant.parse("2024-03-03T08:00:00Z")))
                .contains(Instant.parse("2024-03-17T06:10:00Z"));
    }

    /** The clock is turned back into a period that has begun before: the change itself opens. */
    @Test
    void a_clock_change_may_open() {
        Hours hours = new Hours(
                true, NEW_YORK, Map.of(DayOfWeek.SUNDAY, List.of(Period.of("00:00", "01:30"))), List.of(), Map.of());

        assertThat(Schedule.of(hours, ZoneOffset.UTC).nextOpening(Instant.parse("2024-11-03T05:31:00Z")))
                .contains(Instant.parse("2024-11-03T06:00:00Z"));
    }

    /** Compared with a walk from minute to minute, over a year in zones that change by an hour and by half of one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_next_opening_is_the_first_open_minute(long seed) {
        Random random = new Random(seed);
        Schedule schedule = Schedule.of(randomHours(random), random.nextBoolean() ? NEW_YORK : LORD_HOWE);
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        int minutes = 366 * 24 * 60;
        boolean[] open = new boolean[minutes];
        for (int i = 0; i < minutes; i++) {
            open[i] = schedule.isOpen(start.plusSeconds(60L * i));
        }
        int next = -1;
        for (int i = minutes - 1; i >= 0; i--) {
            next = open[i] ? i : next;
            if (next >= 0 && (i % 37 == 0 || open[i])) {
                assertThat(schedule.nextOpening(start.plusSeconds(60L * i)))
                        .as("seed %d, minute %d", seed, i)
                        .contains(start.plusSeconds(60L * next));
            }
        }
    }

    private static Hours randomHours(Random random) {
        Hours hours = new Hours(true, null, Map.of(), List.of(), Map.of());
        for (int i = 0; i < 3; i++) {
            hours = hours.on(DayOfWeek.of(1 + random.nextInt(7)), period(random), period(random));
        }
        return hours.on(DayOfWeek.SUNDAY, period(random), Period.of("00:10", "01:40"))
                .on(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366)), period(random))
                .closedOn(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366)));
    }

    private static Period period(Random random) {
        return new Period(
                LocalTime.of(random.nextInt(24), random.nextInt(60)),
                LocalTime.of(random.nextInt(24), random.nextInt(60)));
    }
}
