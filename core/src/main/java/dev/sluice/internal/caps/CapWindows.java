package dev.sluice.internal.caps;

import dev.sluice.flow.CapWindow;
import java.time.Instant;
import java.time.ZoneId;

/** How a cap cuts time. Immutable. */
interface CapWindows {

    /** The windows that count at {@code moment}. */
    Period at(Instant moment);

    static CapWindows of(CapWindow window, ZoneId zone) {
        if (window instanceof CapWindow.Calendar calendar) {
            return new CalendarWindows(calendar.length(), zone);
        }
        return window instanceof CapWindow.Rolling rolling ? new RollingWindows(rolling.length()) : AllTime.INSTANCE;
    }

    /** One window that never ends. */
    enum AllTime implements CapWindows {
        INSTANCE;

        private static final Period EVER = Period.of(Instant.MIN, Instant.MAX, "");

        @Override
        public Period at(Instant moment) {
            return EVER;
        }
    }
}
