package dev.sluice.flow.check.internal.money;

import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;

/** How many windows of the calendar one other touches at most, with long months, leap years and clock changes. */
final class CalendarLengths {
    private CalendarLengths() {}

    /** How many windows like {@code inner} a window like {@code outer} touches at most; 0 where nobody can say. */
    static long touched(Window inner, Window outer) {
        if (inner.value() < 1 || outer.value() < 1) {
            return 0;
        }
        boolean same = inner.interval() == outer.interval() && inner.value() == outer.value();
        if (same || inner.interval() != outer.interval() && isInsideWhole(outer, inner)) {
            return 1;
        }
        long most = minutes(outer, true);
        long least = minutes(inner, false);
        long whole = (most + least - 1) / least;
        return isInsideWhole(inner, outer) ? exact(inner.interval(), outer, whole) : whole + 1;
    }

    /** Whether windows like {@code inner} never cross the border of one like {@code outer}. */
    private static boolean isInsideWhole(Window inner, Window outer) {
        boolean week = inner.interval() == TimeUnit.WEEK
                && (outer.interval() == TimeUnit.MONTH || outer.interval() == TimeUnit.YEAR);
        return inner.value() == 1 && inner.interval().compareTo(outer.interval()) <= 0 && !week;
    }

    private static long exact(TimeUnit inner, Window outer, long otherwise) {
        if (inner == outer.interval()) {
            return outer.value();
        }
        if (inner == TimeUnit.MONTH) {
            return 12L * outer.value();
        }
        return inner == TimeUnit.DAY ? days(outer) : otherwise;
    }

    private static long days(Window window) {
        return window.value() * daysOf(window.interval(), true);
    }

    /** Clock changes make a day an hour longer or shorter. */
    private static long minutes(Window window, boolean longest) {
        long change = longest ? 60 : -60;
        return switch (window.interval()) {
            case MINUTE -> window.value();
            case HOUR -> window.value() * 60L;
            default -> window.value() * daysOf(window.interval(), longest) * 24 * 60 + change;
        };
    }

    private static long daysOf(TimeUnit unit, boolean longest) {
        return switch (unit) {
            case WEEK -> 7;
            case MONTH -> longest ? 31 : 28;
            case YEAR -> longest ? 366 : 365;
            default -> 1;
        };
    }
}
