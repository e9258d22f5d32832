package dev.sluice.workbench.simulation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** When leads come: how many a day, and at which hours, by the clock of the flow's zone. Immutable. */
public final class Arrivals {
    private static final int HOURS = 24;

    private static final int DAYS = 7;

    /** From Monday to Sunday. */
    private final int[] days;

    private final int[] hours;

    private Arrivals(int[] days, int[] hours) {
        this.days = days;
        this.hours = hours;
    }

    /** So many a day, at any hour. */
    public static Arrivals daily(int leads) {
        return weekly(leads, leads);
    }

    /** So many on each day from Monday to Friday, and on each of the others, at any hour. */
    public static Arrivals weekly(int weekday, int weekend) {
        return onDays(weekday, weekday, weekday, weekday, weekday, weekend, weekend);
    }

    /**
     * So many on each day of a week, at any hour.
     *
     * @param leads of the days from Monday to Sunday
     */
    public static Arrivals onDays(int... leads) {
        if (leads.length != DAYS || Arrays.stream(leads).anyMatch(each -> each < 0)) {
            throw new IllegalArgumentException("a week has 7 days, and a day has 0 leads or more");
        }
        int[] even = new int[HOURS];
        Arrays.fill(even, 1);
        return new Arrivals(leads.clone(), even);
    }

    /**
     * These leads, spread over the hours of a day by weights.
     *
     * @param weights of the hours from 0 to 23, not all 0
     */
    public Arrivals byHour(int... weights) {
        if (weights.length != HOURS
                || Arrays.stream(weights).anyMatch(each -> each < 0)
                || Arrays.stream(weights).sum() <= 0) {
            throw new IllegalArgumentException("a day has 24 hours, and leads come in one of them at least");
        }
        return new Arrivals(days, weights.clone());
    }

    /** The moments of a day, the first first. */
    List<ZonedDateTime> on(LocalDate date, ZoneId zone, RandomGenerator random) {
        int leads = days[date.getDayOfWeek().getValue() - 1];
        List<ZonedDateTime> moments = new ArrayList<>(leads);
        for (int i = 0; i < leads; i++) {
            moments.add(date.atTime(hour(random), random.nextInt(60), random.nextInt(60))
                    .atZone(zone));
        }
        Collections.sort(moments);
        return moments;
    }

    private int hour(RandomGenerator random) {
        int place = random.nextInt(Arrays.stream(hours).sum());
        int hour = 0;
        for (int left = place - hours[0]; left >= 0; left -= hours[hour]) {
            hour++;
        }
        return hour;
    }
}
