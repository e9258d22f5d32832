package dev.sluice.flow.check.internal.gates;

import dev.sluice.flow.Hours;
import dev.sluice.flow.Hours.Period;
import dev.sluice.flow.PlacedStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hours of operation that never open, say one thing twice, or could mean two things. */
final class Schedules implements Check {
    private static final int MINUTES_OF_DAY = 24 * 60;

    @Override
    public void check(Subject subject, Found found) {
        hours("/hours", subject.flow().hours(), found);
        List<SourceDefinition> sources = subject.flow().sources();
        for (int i = 0; i < sources.size(); i++) {
            hours("/sources/" + i + "/hours", sources.get(i).hours(), found);
        }
        PlacedStep.all(subject.flow())
                .filter(placed -> placed.step() instanceof RecipientStep)
                .forEach(placed -> hours(placed.pointer() + "/hours", ((RecipientStep) placed.step()).hours(), found));
    }

    private static void hours(String pointer, @Nullable Hours hours, Found found) {
        if (hours == null) {
            return;
        }
        if (hours.enabled() && allPeriods(hours).findAny().isEmpty()) {
            found.error(
                    "never_open",
                    pointer,
                    "these hours never open: no day has a period; name one, or disable what is to be closed");
        }
        hours.days().forEach((day, periods) -> periods(pointer + "/days/" + name(day), periods, found));
        hours.exceptions().forEach((date, periods) -> periods(pointer + "/exceptions/" + date, periods, found));
        nights(pointer, hours.days(), found);
        dates(pointer, hours, found);
    }

    private static Stream<Period> allPeriods(Hours hours) {
        return Stream.of(hours.days().values(), hours.exceptions().values())
                .flatMap(lists -> lists.stream().flatMap(List::stream));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static void periods(String pointer, List<Period> periods, Found found) {
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            if (period.from().equals(period.to())) {
                found.error(
                        "ambiguous_period",
                        pointer + "/" + i,
                        "a period from " + period.from() + " to " + period.to()
                                + " may be a minute or a day; write \"24h\" for the whole day, or another end");
            }
            List<Period> before = periods.subList(0, i);
            if (before.stream().anyMatch(other -> overlap(begin(period), end(period), begin(other), end(other)))) {
                overlapping(pointer + "/" + i, found);
            }
        }
    }

    /** Periods that go on into a day of which a period has begun. */
    private static void nights(String pointer, Map<DayOfWeek, List<Period>> days, Found found) {
        days.forEach((day, periods) -> {
            List<Period> next = days.getOrDefault(day.plus(1), List.of());
            for (int i = 0; i < periods.size(); i++) {
                Period night = periods.get(i);
                boolean meets = next.stream()
                        .anyMatch(other -> overlap(
                                begin(night), end(night), begin(other) + MINUTES_OF_DAY, end(other) + MINUTES_OF_DAY));
                if (night.isOvernight() && meets) {
                    overlapping(pointer + "/days/" + name(day) + "/" + i, found);
                }
            }
        });
    }

    private static void overlapping(String pointer, Found found) {
        found.warning(
                "overlapping_periods",
                pointer,
                "this period overlaps another one, and is open but once; make one of them, or correct its ends");
    }

    /** Periods that only meet, as 09:00 to 12:00 and 12:00 to 17:00 do, do not overlap. */
    private static boolean overlap(int begin, int end, int otherBegin, int otherEnd) {
        return begin < otherEnd && otherBegin < end;
    }

    private static int begin(Period period) {
        return period.from().toSecondOfDay() / 60;
    }

    private static int end(Period period) {
        int end = period.to().toSecondOfDay() / 60;
        return period.isOvernight() ? end + MINUTES_OF_DAY : end;
    }

    private static void dates(String pointer, Hours hours, Found found) {
        Set<LocalDate> seen = new HashSet<>(hours.exceptions().keySet());
        for (int i = 0; i < hours.holidays().size(); i++) {
            LocalDate date = hours.holidays().get(i);
            if (!seen.add(date)) {
                found.error(
                        "repeated_date",
                        pointer + "/holidays/" + i,
                        date + " is named before, as a holiday or as an exception; keep one of them");
            }
        }
    }
}
