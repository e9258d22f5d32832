package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Hours;
import dev.sluice.flow.Hours.Period;
import dev.sluice.flow.TimeUnit;
import dev.sluice.types.Lead;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A lead every ten minutes for three months around a clock change, under hours and caps in the zone. What must become of
 * each is worked out with whole numbers and the offsets from UTC that are given here, without any library of time; the
 * totals were counted once more by a program in another language with its own table of zones.
 */
class MonthsTest {
    private static final long DAY = 86_400;
    private static final String CLOSED = "Submission Timestamp must be within hours of operation";

    /**
     * One simulation.
     *
     * @param changesAt when the offset from UTC, in minutes, goes from {@code before} to {@code after}
     * @param inAnHour how many leads an hour takes
     */
    private record Season(
            ZoneId zone,
            Instant from,
            Instant to,
            Instant changesAt,
            int before,
            int after,
            LocalDate holiday,
            LocalDate shortDay,
            int inAnHour) {

        long local(Instant moment) {
            return moment.getEpochSecond() + 60L * (moment.isBefore(changesAt) ? before : after);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2024-02-01, 2024-05-01, 2024-03-10T07:00:00Z, -300, -240, 2024-02-19, 2024-03-29, 5,"
                + " 9786, 1305, 1869",
        "America/New_York, 2024-10-01, 2025-01-01, 2024-11-03T06:00:00Z, -240, -300, 2024-12-25, 2024-12-24, 5,"
                + " 9974, 1347, 1927",
        "Australia/Lord_Howe, 2024-03-01, 2024-06-01, 2024-04-06T15:00:00Z, 660, 630, 2024-04-25, 2024-04-24, 100,"
                + " 9989, 1269, 1990",
        "Australia/Lord_Howe, 2024-09-01, 2024-12-01, 2024-10-05T15:30:00Z, 630, 660, 2024-10-07, 2024-10-04, 100,"
                + " 9883, 1260, 1961"
    })
    void three_months_are_open_closed_and_full_to_the_lead(
            String zone,
            String from,
            String to,
            Instant changesAt,
            int before,
            int after,
            LocalDate holiday,
            LocalDate shortDay,
            int inAnHour,
            int closed,
            int full,
            int taken) {
        Season season = new Season(
                ZoneId.of(zone),
                Instant.parse(from + "T00:00:00Z"),
                Instant.parse(to + "T00:00:00Z"),
                changesAt,
                before,
                after,
                holiday,
                shortDay,
                inAnHour);
        Map<String, Integer> counted = run(season);

        assertThat(counted).isEqualTo(Map.of(CLOSED, closed, "full", full, "taken", taken));
    }

    private static Map<String, Integer> run(Season season) {
        VirtualTime time = VirtualTime.at(season.from());
        Expected expected = new Expected(season);
        Map<String, Integer> counted = new TreeMap<>();
        try (Sluice sluice = Sluice.builder().time(time).build()) {
            Flow flow = sluice.open(flow(season));
            while (time.instant().isBefore(season.to())) {
                Submission answer = flow.submit(Lead.from("web").with("n", 1));
                String said = answer.outcome() == Outcome.SUCCESS
                        ? "taken"
                        : answer.reason().orElseThrow();
                assertThat(said).as("at %s", time.instant()).isEqualTo(expected.of(time.instant()));
                counted.merge(said, 1, Integer::sum);
                time.advance(Duration.ofMinutes(10));
            }
        }
        return counted;
    }

    private static FlowDefinition flow(Season season) {
        Hours hours = Hours.workingDays("09:00", "17:00").in(season.zone());
        for (DayOfWeek day : hours.days().keySet()) {
            hours = hours.on(day, Period.of("09:00", "12:00"), Period.of("13:00", "17:00"));
        }
        return FlowDefinition.builder("months")
                .field("n", "number")
                .source("web")
                .timeZone(season.zone())
                .hours(hours.on(DayOfWeek.SATURDAY, Period.of("22:00", "03:30"))
                        .closedOn(season.holiday())
                        .on(season.shortDay(), Period.of("10:00", "11:30")))
                .cap(Cap.of("day", 24, TimeUnit.DAY).because("full"))
                .cap(Cap.of("hour", season.inAnHour(), TimeUnit.HOUR).because("full"))
                .build();
    }

    /** What must become of each lead, in whole numbers. */
    private static final class Expected {
        private final Season season;
        private final Map<Long, Integer> days = new HashMap<>();
        private final Map<Long, Integer> hours = new HashMap<>();

        Expected(Season season) {
            this.season = season;
        }

        String of(Instant moment) {
            long local = season.local(moment);
            long day = Math.floorDiv(local, DAY);
            long minute = Math.floorMod(local, DAY) / 60;
            if (!isOpen(day, minute)) {
                return CLOSED;
            }
            long hour = moment.getEpochSecond() / 3_600;
            if (days.getOrDefault(day, 0) >= 24 || hours.getOrDefault(hour, 0) >= season.inAnHour()) {
                return "full";
            }
            days.merge(day, 1, Integer::sum);
            hours.merge(hour, 1, Integer::sum);
            return "taken";
        }

        private boolean isOpen(long day, long minute) {
            boolean nightBefore = weekday(day - 1) == 5 && !isSpecial(day - 1) && minute <= 3 * 60 + 30;
            return nightBefore || isOpenBy(day, minute);
        }

        private boolean isOpenBy(long day, long minute) {
            if (day == season.shortDay().toEpochDay()) {
                return minute >= 600 && minute <= 690;
            }
            if (day == season.holiday().toEpochDay()) {
                return false;
            }
            boolean works = (minute >= 540 && minute <= 720) || (minute >= 780 && minute <= 1_020);
            return weekday(day) < 5 ? works : weekday(day) == 5 && minute >= 22 * 60;
        }

        private boolean isSpecial(long day) {
            return day == season.holiday().toEpochDay()
                    || day == season.shortDay().toEpochDay();
        }

        /** Monday is 0; day 0 was a Thursday. */
        private static long weekday(long day) {
            return Math.floorMod(day + 3, 7L);
        }
    }
}
