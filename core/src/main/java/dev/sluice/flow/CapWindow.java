package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

/** The time over which a cap counts. */
public sealed interface CapWindow permits CapWindow.Calendar, CapWindow.Rolling, CapWindow.Total {
    /** All time: the cap never begins anew. */
    CapWindow TOTAL = new Total();

    /** For people, as an adjective: {@code Daily}, {@code 3-day}, {@code Rolling daily}, {@code Total}. */
    String adjective();

    /** The units of the calendar in the cap's zone, such as each day. */
    static CapWindow each(int value, TimeUnit unit) {
        return new Calendar(new Window(value, unit));
    }

    /** The time that has just passed, such as the last 24 hours. */
    static CapWindow last(int value, TimeUnit unit) {
        return new Rolling(new Window(value, unit));
    }

    /**
     * Aligned to the calendar of the cap's zone. Several units are counted from the first Monday of 1970 there.
     *
     * @param length of each window
     */
    record Calendar(Window length) implements CapWindow {
        public Calendar {
            requireNonNull(length, "length");
        }

        @Override
        public String adjective() {
            return CapWords.adjective(length);
        }
    }

    /**
     * The time up to now. A place is free again once {@code length} has passed, at most a fifty-ninth of it later. Zones
     * and clock changes do not matter: a day is 24 hours.
     *
     * @param length how far back; minutes to weeks
     */
    record Rolling(Window length) implements CapWindow {
        public Rolling {
            requireNonNull(length, "length");
        }

        @Override
        public String adjective() {
            return "Rolling " + CapWords.lowerCase(CapWords.adjective(length));
        }
    }

    /** All time. */
    record Total() implements CapWindow {
        @Override
        public String adjective() {
            return "Total";
        }
    }
}
