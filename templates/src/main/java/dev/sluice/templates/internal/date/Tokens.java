package dev.sluice.templates.internal.date;

import static java.time.temporal.ChronoField.CLOCK_HOUR_OF_AMPM;
import static java.time.temporal.ChronoField.CLOCK_HOUR_OF_DAY;
import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.DAY_OF_YEAR;
import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.INSTANT_SECONDS;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.time.temporal.WeekFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What each date token writes. */
final class Tokens {
    private static final Map<String, Field> FIELDS = new HashMap<>();
    private static final WeekFields SUNDAY_WEEKS = WeekFields.of(DayOfWeek.SUNDAY, 1);

    static {
        months();
        days();
        weeks();
        years();
        times();
        zones();
    }

    private Tokens() {}

    static boolean isToken(String token) {
        return FIELDS.containsKey(token) || Names.LOCALISED.containsKey(token);
    }

    static Field field(String token) {
        return Objects.requireNonNull(FIELDS.get(token), token);
    }

    private static void months() {
        numbers("M", MONTH_OF_YEAR);
        FIELDS.put("MMM", (m, names, out) -> out.append(names.month(m.getMonth(), true)));
        FIELDS.put("MMMM", (m, names, out) -> out.append(names.month(m.getMonth(), false)));
        FIELDS.put("Q", Field.number(1, m -> m.get(IsoFields.QUARTER_OF_YEAR)));
        FIELDS.put("Qo", Field.ordinal(m -> m.get(IsoFields.QUARTER_OF_YEAR)));
    }

    private static void days() {
        numbers("D", DAY_OF_MONTH);
        FIELDS.put("DDD", Field.number(1, m -> m.get(DAY_OF_YEAR)));
        FIELDS.put("DDDo", Field.ordinal(m -> m.get(DAY_OF_YEAR)));
        FIELDS.put("DDDD", Field.number(3, m -> m.get(DAY_OF_YEAR)));
        Field.Number fromSunday = m -> m.getDayOfWeek().getValue() % 7;
        FIELDS.put("d", Field.number(1, fromSunday));
        FIELDS.put("do", Field.ordinal(fromSunday));
        FIELDS.put("dd", (m, names, out) -> out.append(names.day(m.getDayOfWeek(), 2)));
        FIELDS.put("ddd", (m, names, out) -> out.append(names.day(m.getDayOfWeek(), 3)));
        FIELDS.put("dddd", (m, names, out) -> out.append(names.day(m.getDayOfWeek(), 9)));
        FIELDS.put("e", (m, names, out) -> out.append(m.get(names.weeks().dayOfWeek()) - 1));
        FIELDS.put("E", Field.number(1, m -> m.getDayOfWeek().getValue()));
        FIELDS.put("u", field("E"));
    }

    private static void weeks() {
        FIELDS.put("w", (m, names, out) -> out.append(m.get(names.weeks().weekOfWeekBasedYear())));
        FIELDS.put(
                "wo",
                (m, names, out) -> out.append(names.ordinal(m.get(names.weeks().weekOfWeekBasedYear()))));
        FIELDS.put("ww", (m, names, out) -> Field.pad(m.get(names.weeks().weekOfWeekBasedYear()), 2, out));
        numbers("W", IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        FIELDS.put("gg", (m, names, out) -> Field.pad(m.get(names.weeks().weekBasedYear()) % 100, 2, out));
        FIELDS.put("gggg", (m, names, out) -> Field.pad(m.get(names.weeks().weekBasedYear()), 4, out));
        FIELDS.put("GG", Field.number(2, m -> m.get(IsoFields.WEEK_BASED_YEAR) % 100));
        FIELDS.put("GGGG", Field.number(4, m -> m.get(IsoFields.WEEK_BASED_YEAR)));
    }

    private static void years() {
        FIELDS.put("YY", Field.number(2, m -> Math.floorMod(m.get(YEAR), 100)));
        FIELDS.put("YYYY", Field.number(4, m -> m.get(YEAR)));
        FIELDS.put("Y", (m, names, out) -> {
            out.append(m.get(YEAR) > 9999 ? "+" : "");
            Field.pad(m.get(YEAR), 4, out);
        });
        FIELDS.put("y", Field.number(1, m -> m.get(YEAR)));
        FIELDS.put("yy", field("YY"));
        FIELDS.put("yyyy", field("YYYY"));
    }

    private static void times() {
        numbers("H", HOUR_OF_DAY);
        numbers("h", CLOCK_HOUR_OF_AMPM);
        numbers("k", CLOCK_HOUR_OF_DAY);
        numbers("m", MINUTE_OF_HOUR);
        numbers("s", SECOND_OF_MINUTE);
        FIELDS.put("A", (m, names, out) -> out.append(m.getHour() < 12 ? "AM" : "PM"));
        FIELDS.put("a", (m, names, out) -> out.append(m.getHour() < 12 ? "am" : "pm"));
        for (int digits = 1; digits <= 9; digits++) {
            int count = digits;
            FIELDS.put("S".repeat(digits), (m, names, out) -> out.append(nanos(m), 0, count));
        }
        FIELDS.put("X", Field.number(1, m -> m.getLong(INSTANT_SECONDS)));
        FIELDS.put("x", Field.number(1, m -> m.toInstant().toEpochMilli()));
    }

    private static String nanos(ZonedDateTime moment) {
        String digits = Integer.toString(moment.getNano());
        return "0".repeat(9 - digits.length()) + digits;
    }

    private static void zones() {
        FIELDS.put("Z", (m, names, out) -> offset(m, ":", out));
        FIELDS.put("ZZ", (m, names, out) -> offset(m, "", out));
        FIELDS.put("z", (m, names, out) -> out.append(names.zone(m)));
        FIELDS.put("zz", field("z"));
    }

    private static void offset(ZonedDateTime moment, String separator, StringBuilder out) {
        int minutes = moment.getOffset().getTotalSeconds() / 60;
        out.append(minutes < 0 ? '-' : '+');
        Field.pad(Math.abs(minutes) / 60, 2, out);
        out.append(separator);
        Field.pad(Math.abs(minutes) % 60, 2, out);
    }

    /** A symbol alone, with its ordinal, and doubled for two digits. */
    private static void numbers(String symbol, TemporalField field) {
        FIELDS.put(symbol, Field.number(1, m -> m.get(field)));
        FIELDS.put(symbol + symbol, Field.number(2, m -> m.get(field)));
        if ("MDW".contains(symbol)) {
            FIELDS.put(symbol + "o", Field.ordinal(m -> m.get(field)));
        }
    }

    static WeekFields sundayWeeks() {
        return SUNDAY_WEEKS;
    }
}
