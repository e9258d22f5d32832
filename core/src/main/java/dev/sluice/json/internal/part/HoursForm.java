package dev.sluice.json.internal.part;

import dev.sluice.flow.Hours;
import dev.sluice.flow.Hours.Period;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hours of operation: {@code always}, or a schedule of days, holidays and exceptions. */
public final class HoursForm {
    public static final Vocabulary KEYS = Vocabulary.of(
                    "hours of operation", "enabled", "timeZone", "days", "holidays", "exceptions")
            .alias("timezone", "timeZone");
    public static final Vocabulary DAYS = Vocabulary.of("a week", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
            .alias("monday", "mon")
            .alias("tuesday", "tue")
            .alias("wednesday", "wed")
            .alias("thursday", "thu")
            .alias("friday", "fri")
            .alias("saturday", "sat")
            .alias("sunday", "sun");
    static final String ALWAYS = "always";

    private static final String WHOLE_DAY = "24h";
    private static final String END_OF_DAY = "24:00";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private HoursForm() {}

    public static Hours read(Node node) {
        if (node.value() instanceof Text text && text.value().equals(ALWAYS)) {
            return Hours.ALWAYS;
        }
        if (!(node.value() instanceof Obj)) {
            node.expected("'always' or an object with days");
            return Hours.ALWAYS;
        }
        Members members = node.members(KEYS);
        return new Hours(
                members.flag("enabled", true),
                members.orNull("timeZone", Node::zone),
                members.or("days", HoursForm::week, Map.of()),
                members.list("holidays", HoursForm::holiday),
                members.or("exceptions", HoursForm::exceptions, Map.of()));
    }

    private static Map<DayOfWeek, List<Period>> week(Node node) {
        Members members = node.members(DAYS);
        Map<DayOfWeek, List<Period>> week = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Period> periods = members.orNull(name(day), HoursForm::periods);
            if (periods != null) {
                week.put(day, periods);
            }
        }
        return week;
    }

    private static String name(DayOfWeek day) {
        return DAYS.names().get(day.ordinal());
    }

    private static Map<LocalDate, List<Period>> exceptions(Node node) {
        Map<LocalDate, List<Period>> exceptions = new TreeMap<>();
        node.each((date, periods) -> exceptions.put(date(periods, date), periods(periods)));
        return exceptions;
    }

    private static List<Period> periods(Node node) {
        if (node.value() instanceof Text text && text.value().equals(WHOLE_DAY)) {
            return List.of(Period.DAY);
        }
        if (!(node.value() instanceof Arr)) {
            node.expected("'24h' or a list of periods such as [[\"09:00\",\"17:00\"]]");
            return List.of();
        }
        return node.list(HoursForm::period);
    }

    private static Period period(Node node) {
        if (!(node.value() instanceof Arr pair) || pair.size() != 2) {
            node.expected("a begin and an end such as [\"09:00\",\"17:00\"]");
            return Period.DAY;
        }
        List<LocalTime> times = node.list(HoursForm::time);
        return new Period(times.get(0), times.get(1));
    }

    private static LocalTime time(Node node) {
        boolean isEnd = node.pointer().endsWith("/1");
        LocalTime otherwise = isEnd ? Period.DAY.to() : Period.DAY.from();
        if (!(node.value() instanceof Text text)) {
            node.expected("a time such as 09:00");
            return otherwise;
        }
        if (isEnd && text.value().equals(END_OF_DAY)) {
            return otherwise;
        }
        return time(node, text.value(), otherwise);
    }

    private static LocalTime time(Node node, String text, LocalTime otherwise) {
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeException unreadable) {
            String advice = "'; write hours and minutes such as 09:00 or 17:30";
            node.faults().wrong("invalid_time", node.pointer(), "there is no time '" + Words.shown(text) + advice);
            return otherwise;
        }
    }

    private static LocalDate holiday(Node node) {
        if (node.value() instanceof Text text) {
            return date(node, text.value());
        }
        node.expected("a date such as 2024-12-25");
        return LocalDate.EPOCH;
    }

    private static LocalDate date(Node node, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            node.faults()
                    .wrong(
                            "invalid_date",
                            node.pointer(),
                            "there is no date '" + Words.shown(text)
                                    + "'; write year, month and day such as 2024-12-25");
            return LocalDate.EPOCH;
        }
    }

    public static Value write(Hours hours) {
        return hours.equals(Hours.ALWAYS)
                ? Value.text(ALWAYS)
                : new Out()
                        .flag("enabled", hours.enabled(), true)
                        .optional("timeZone", hours.timeZone(), Out::zone)
                        .object("days", weekOf(hours))
                        .list("holidays", hours.holidays(), date -> Value.text(date.toString()))
                        .object("exceptions", exceptionsOf(hours))
                        .done();
    }

    private static Obj weekOf(Hours hours) {
        Map<String, Value> days = new LinkedHashMap<>();
        hours.days().forEach((day, periods) -> days.put(name(day), written(periods)));
        return Obj.of(days);
    }

    private static Obj exceptionsOf(Hours hours) {
        Map<String, Value> dates = new LinkedHashMap<>();
        hours.exceptions().forEach((date, periods) -> dates.put(date.toString(), written(periods)));
        return Obj.of(dates);
    }

    private static Value written(List<Period> periods) {
        return periods.equals(List.of(Period.DAY))
                ? Value.text(WHOLE_DAY)
                : Out.array(
                        periods,
                        period -> Value.list(
                                List.of(Value.text(TIME.format(period.from())), Value.text(TIME.format(period.to())))));
    }
}
