package dev.sluice.workbench.analysis;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Hours;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Schedule;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recipients that are only open when no lead is taken. */
final class OpeningTimes implements Check {
    /** A year and its ends, from a Monday on; exceptions and holidays move the beginning to their own year. */
    private static final Duration LOOKED_AT = Duration.ofDays(380);

    private static final Instant START = Instant.parse("2025-12-29T00:00:00Z");

    @Override
    public void check(Subject subject, Found found) {
        List<Schedule> taken = taken(subject.flow());
        if (taken.stream().anyMatch(Schedule::isAlways)) {
            return;
        }
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof RecipientStep recipient && recipient.hours() != null) {
                    recipient(subject.flow(), recipient.hours(), taken, place, found);
                }
            }
        });
    }

    private static void recipient(FlowDefinition flow, Hours hours, List<Schedule> taken, Place place, Found found) {
        Schedule own = Schedule.of(hours, flow.timeZone());
        Instant start = start(flow, hours);
        if (!own.isAlways() && taken.stream().noneMatch(each -> meet(own, each, start))) {
            found.warning(
                    "never_open_together",
                    place.below("hours").pointer(),
                    "this recipient is never open while leads are taken; widen its hours or those of the flow");
        }
    }

    private static List<Schedule> taken(FlowDefinition flow) {
        List<Schedule> all = new ArrayList<>();
        for (SourceDefinition source : flow.sources()) {
            Hours hours = source.hours() == null ? flow.hours() : source.hours();
            all.add(hours == null ? Schedule.ALWAYS : Schedule.of(hours, flow.timeZone()));
        }
        return all.isEmpty() ? List.of(Schedule.ALWAYS) : all;
    }

    private static Instant start(FlowDefinition flow, Hours own) {
        Optional<LocalDate> first = Stream.concat(
                        Stream.of(own),
                        Stream.concat(
                                hours(flow.hours()), flow.sources().stream().flatMap(source -> hours(source.hours()))))
                .flatMap(hours -> hours.exceptions().keySet().stream())
                .min(LocalDate::compareTo);
        return first.map(date -> date.minusDays(1).atStartOfDay(flow.timeZone()).toInstant())
                .orElse(START);
    }

    private static Stream<Hours> hours(@Nullable Hours hours) {
        return Stream.ofNullable(hours);
    }

    /** They meet where one of them opens while the other is open. */
    private static boolean meet(Schedule one, Schedule other, Instant start) {
        return opensDuring(one, other, start) || opensDuring(other, one, start);
    }

    private static boolean opensDuring(Schedule opening, Schedule open, Instant start) {
        Instant end = start.plus(LOOKED_AT);
        Instant moment = start;
        while (moment.isBefore(end)) {
            Instant next = opening.nextOpening(moment).orElse(end);
            if (open.isOpen(next) && opening.isOpen(next)) {
                return true;
            }
            moment = closing(opening, next);
        }
        return false;
    }

    /** The next closed minute, looked for in steps that no period can hide in. */
    private static Instant closing(Schedule schedule, Instant open) {
        Instant moment = open.plusSeconds(60);
        for (int minutes = 1; schedule.isOpen(moment) && minutes < 24 * 60; minutes++) {
            moment = moment.plusSeconds(60);
        }
        return moment;
    }
}
