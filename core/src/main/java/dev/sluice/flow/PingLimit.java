package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How many pings are looked at in a window of time; the ones after that are refused at once.
 *
 * @param name for people; null for the length of its window
 * @param maximum pings in one window
 * @param window its length; windows are those of the calendar
 * @param timeZone whose calendar; null for the flow's zone
 */
public record PingLimit(
        @Nullable String name,
        long maximum,
        Window window,
        @Nullable ZoneId timeZone) {
    public PingLimit {
        requireNonNull(window, "window");
    }

    /** A limit by the calendar of the flow's zone. */
    public static PingLimit of(long maximum, int value, TimeUnit unit) {
        return new PingLimit(null, maximum, new Window(value, unit), null);
    }
}
