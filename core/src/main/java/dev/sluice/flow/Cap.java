package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many leads pass in a window of time. A window is aligned to the calendar; the limit is never exceeded, however
 * many leads come at once.
 *
 * @param id unique in the flow; counts are kept under it
 * @param name for people; null for the id
 * @param maximum how many; at least 0, and 0 lets none pass
 * @param window its length
 * @param ruleSet which leads it concerns; null for all
 * @param caps further caps, looked at only for leads that this one concerns
 * @param timeZone of its days and weeks; null for the flow's
 * @param reason a template; null for what its place says
 */
public record Cap(
        String id,
        @Nullable String name,
        long maximum,
        Window window,
        @Nullable RuleSet ruleSet,
        List<Cap> caps,
        @Nullable ZoneId timeZone,
        @Nullable String reason) {
    public Cap {
        requireNonNull(id, "id");
        requireNonNull(window, "window");
        caps = List.copyOf(caps);
    }

    /** At most {@code maximum} in each {@code unit}. */
    public static Cap of(String id, long maximum, TimeUnit unit) {
        return new Cap(id, null, maximum, new Window(1, unit), null, List.of(), null, null);
    }

    /** The name, or the id. */
    public String label() {
        return name == null ? id : name;
    }

    /** {@code Daily} for one day; {@code 3-day} for several. */
    public String period() {
        return window.value() == 1
                ? adjective(window.interval())
                : window.value() + "-" + window.interval().text();
    }

    private static String adjective(TimeUnit unit) {
        return switch (unit) {
            case MINUTE -> "Minute";
            case HOUR -> "Hourly";
            case DAY -> "Daily";
            case WEEK -> "Weekly";
            case MONTH -> "Monthly";
            case YEAR -> "Yearly";
        };
    }
}
