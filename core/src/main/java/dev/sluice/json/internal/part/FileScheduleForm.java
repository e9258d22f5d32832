package dev.sluice.json.internal.part;

import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.schedule.CronExpression;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.schedule.Timetable;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** When a file is made. */
public final class FileScheduleForm {
    public static final Vocabulary KEYS = Vocabulary.of(
                    "a schedule of files",
                    "times",
                    "timeZone",
                    "afterLeads",
                    "afterBytes",
                    "inactivity",
                    "maxAge",
                    "minimum",
                    "sendEmpty",
                    "skipWeekends",
                    "holidays",
                    "hours")
            .alias("timezone", "timeZone");
    public static final Vocabulary TIME = Vocabulary.of("a time", "every", "minute", "at", "days", "day", "cron");
    public static final FileSchedule NEVER = FileSchedule.of(ZoneOffset.UTC);
    static final Words<DayOfWeek> DAYS = days();
    static final Words<String> EVERY = Words.<String>of("period", "unknown_word")
            .with("hour", "hour")
            .with("day", "day")
            .with("week", "week")
            .with("month", "month");
    private static final Timetable STOPGAP = new Timetable.Daily(LocalTime.MIDNIGHT);

    private FileScheduleForm() {}

    private static Words<DayOfWeek> days() {
        Words<DayOfWeek> words = Words.of("day of the week", "unknown_word");
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            words.with(day, name.substring(0, 3), name);
        }
        return words;
    }

    public static FileSchedule read(Node node) {
        Members members = node.members(KEYS);
        return guarded(
                node,
                () -> new FileSchedule(
                        members.list("times", FileScheduleForm::time),
                        members.<ZoneId>or("timeZone", Node::zone, ZoneOffset.UTC),
                        members.or("afterLeads", Node::integer, 0L),
                        members.or("afterBytes", Node::integer, 0L),
                        members.orNull("inactivity", Node::duration),
                        members.orNull("maxAge", Node::duration),
                        members.or("minimum", Node::integer, 1L),
                        members.flag("sendEmpty", false),
                        members.flag("skipWeekends", false),
                        new TreeSet<>(members.list("holidays", FileScheduleForm::date)),
                        members.orNull("hours", HoursForm::read)),
                NEVER);
    }

    private static Timetable time(Node node) {
        Members members = node.members(TIME);
        return guarded(node, () -> members.has("cron") ? cron(members) : timetable(members), STOPGAP);
    }

    private static Timetable cron(Members members) {
        return new Timetable.Cron(CronExpression.of(members.text("cron")));
    }

    private static Timetable timetable(Members members) {
        return switch (members.need("every", each -> each.word(EVERY, "day"), "day")) {
            case "hour" -> new Timetable.Hourly(members.or("minute", Node::smallInteger, 0));
            case "week" ->
                new Timetable.Weekly(
                        new TreeSet<>(members.list("days", each -> each.word(DAYS, DayOfWeek.MONDAY))), at(members));
            case "month" -> new Timetable.Monthly(members.or("day", Node::smallInteger, 1), at(members));
            default -> new Timetable.Daily(at(members));
        };
    }

    private static LocalTime at(Members members) {
        return members.need(
                "at",
                node -> parsed(node, LocalTime::parse, "a time such as 02:00", LocalTime.MIDNIGHT),
                LocalTime.MIDNIGHT);
    }

    private static LocalDate date(Node node) {
        return parsed(node, LocalDate::parse, "a date such as 2026-12-25", LocalDate.EPOCH);
    }

    private static <T> T parsed(Node node, Function<String, T> parse, String what, T stopgap) {
        try {
            return node.value() instanceof Text text ? parse.apply(text.value()) : wrong(node, what, stopgap);
        } catch (DateTimeException unreadable) {
            return wrong(node, what, stopgap);
        }
    }

    private static <T> T wrong(Node node, String what, T stopgap) {
        node.expected(what);
        return stopgap;
    }

    /** What a record refuses is said at its place. */
    private static <T> T guarded(Node node, Supplier<T> make, T stopgap) {
        try {
            return make.get();
        } catch (IllegalArgumentException refused) {
            node.faults().wrong("invalid_schedule", node.pointer(), String.valueOf(refused.getMessage()));
            return stopgap;
        }
    }

    public static Obj write(FileSchedule schedule) {
        return new Out()
                .list("times", schedule.times(), FileScheduleForm::write)
                .unless(ZoneOffset.UTC, "timeZone", schedule.zone(), Out::zone)
                .unless(0L, "afterLeads", schedule.afterRows(), Value::number)
                .unless(0L, "afterBytes", schedule.afterBytes(), Value::number)
                .optional("inactivity", schedule.inactivity(), Out::duration)
                .optional("maxAge", schedule.maxAge(), Out::duration)
                .unless(1L, "minimum", schedule.minimum(), Value::number)
                .flag("sendEmpty", schedule.sendEmpty(), false)
                .flag("skipWeekends", schedule.skipWeekends(), false)
                .list("holidays", List.copyOf(schedule.holidays()), day -> Out.text(day.toString()))
                .optional("hours", schedule.hours(), HoursForm::write)
                .done();
    }

    private static Obj write(Timetable table) {
        if (table instanceof Timetable.Hourly hourly) {
            return new Out()
                    .text("every", "hour")
                    .put("minute", Value.number(hourly.minute()))
                    .done();
        }
        if (table instanceof Timetable.Cron cron) {
            return new Out().text("cron", cron.expression().toString()).done();
        }
        if (table instanceof Timetable.Weekly weekly) {
            return new Out()
                    .text("every", "week")
                    .list("days", List.copyOf(weekly.days()), day -> Out.text(DAYS.word(day)))
                    .text("at", weekly.at().toString())
                    .done();
        }
        if (table instanceof Timetable.Monthly monthly) {
            return new Out()
                    .text("every", "month")
                    .put("day", Value.number(monthly.day()))
                    .text("at", monthly.at().toString())
                    .done();
        }
        return new Out()
                .text("every", "day")
                .text("at", ((Timetable.Daily) table).at().toString())
                .done();
    }
}
