package dev.sluice.types.internal.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A time of day.
 *
 * @param time the time
 * @param endOfDay whether midnight at the end of the day is meant
 */
record ClockTime(LocalTime time, boolean endOfDay) {
    static final ClockTime NOON = new ClockTime(LocalTime.NOON, false);
    static final ClockTime TONIGHT = new ClockTime(LocalTime.of(22, 0), false);

    LocalDateTime on(LocalDate day) {
        return (endOfDay ? day.plusDays(1) : day).atTime(time);
    }
}
