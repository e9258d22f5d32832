package dev.sluice.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Five fields as cron has them: minute, hour, day of the month, month, day of the week. Each is {@code *}, a number, a
 * range, a list, or any of these with a step ({@code *}{@code /15}); months and days may be named by three letters, and 0
 * and 7 are both Sunday. Where both days are given, either will do. Also {@code @hourly @daily @weekly @monthly @yearly}.
 * Immutable; equal by its text.
 */
public final class CronExpression {
    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private final String text;
    private final BitSet months;
    private final BitSet daysOfMonth;
    private final BitSet daysOfWeek;
    private final boolean anyDayOfMonth;
    private final boolean anyDayOfWeek;
    private final List<LocalTime> times;

    private CronExpression(String text, String[] fields) {
        this.text = text;
        CronField minutes = new CronField("minute", 0, 59, List.of());
        CronField hours = new CronField("hour", 0, 23, List.of());
        this.times = times(hours.parse(fields[1]), minutes.parse(fields[0]));
        this.daysOfMonth = new CronField("day of the month", 1, 31, List.of()).parse(fields[2]);
        this.months = new CronField("month", 1, 12, MONTHS).parse(fields[3]);
        this.daysOfWeek = new CronField("day of the week", 0, 7, DAYS).parse(fields[4]);
        this.anyDayOfMonth = fields[2].startsWith("*");
        this.anyDayOfWeek = fields[4].startsWith("*");
        if (daysOfWeek.get(7)) {
            daysOfWeek.set(0);
        }
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException that says which field is wrong and how
     */
    public static CronExpression of(String text) {
        String[] fields = spelledOut(text.strip()).split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException("'" + text + "' has " + fields.length
                    + " fields; cron has five: minute, hour, day of the month, month, day of the week");
        }
        return new CronExpression(text.strip(), fields);
    }

    private static String spelledOut(String text) {
        return switch (text) {
            case "@hourly" -> "0 * * * *";
            case "@daily", "@midnight" -> "0 0 * * *";
            case "@weekly" -> "0 0 * * 0";
            case "@monthly" -> "0 0 1 * *";
            case "@yearly", "@annually" -> "0 0 1 1 *";
            default -> text;
        };
    }

    private static List<LocalTime> times(BitSet hours, BitSet minutes) {
        List<LocalTime> times = new ArrayList<>();
        hours.stream().forEach(hour -> minutes.stream().forEach(minute -> times.add(LocalTime.of(hour, minute))));
        return List.copyOf(times);
    }

    List<LocalTime> on(LocalDate date) {
        return months.get(date.getMonthValue()) && isDay(date) ? times : List.of();
    }

    private boolean isDay(LocalDate date) {
        boolean ofMonth = daysOfMonth.get(date.getDayOfMonth());
        boolean ofWeek = daysOfWeek.get(date.getDayOfWeek().getValue() % 7);
        return anyDayOfMonth || anyDayOfWeek ? ofMonth && ofWeek : ofMonth || ofWeek;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CronExpression cron && text.equals(cron.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The expression as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
