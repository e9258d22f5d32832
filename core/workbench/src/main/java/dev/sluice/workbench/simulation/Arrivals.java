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

    private final int weekday;
    private final int weekend;
    private final int[] hours;

    private Arrivals(int weekday, int weekend, int[] hours) {
        this.weekday = weekday;
        this.weekend = weekend;
        this.hours = hours;
    }

    /** So many a day, at any hour. */
    public static Arrivals daily(int leads) {
        return weekly(leads, leads);
    }

    /** So many on each day from Monday to Friday, and on each of the others, at any hour. */
    public static Arrivals weekly(int weekday, int weekend) {
        if (weekday < 0 || weekend < 0) {
            throw new IllegalArgumentException("a day has 0 leads or more");
        }
        int[] even = new int[HOURS];
        Arrays.fill(even, 1);
        return new Arrivals(weekday, weekend, even);
    }

    /**
     * These leads, spread over the hours of a day by weights.
     *
     * @param weights of the hours from 0 to 23, not all 0
     */
    public Arrivals byHour(int... weights) {
        if (weights.length != HOURS || Arrays.stream(weights).sum() <= 0) {
            throw new IllegalArgumentException("a day has 24 hours, and leads come in one of them at least");
        }
        return new Arrivals(weekday, weekend, weights.clone());
    }

    /** The moments of a day, the first first. */
    List<ZonedDateTime> on(LocalDate date, ZoneId zone, RandomGenerator random) {
        int leads = date.getDayOfWeek().getValue() > 5 ? weekend : weekday;
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
