package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many leads, or how much money, pass in a window of time. The limit is never exceeded, however many leads come at
 * once. Make one with {@link #of}, {@link #revenue} or {@link #cost} and the methods that change a part; the components
 * may grow.
 *
 * @param id unique in the flow; counts are kept under it
 * @param name for people; null for the id
 * @param type what is summed up
 * @param maximum how many leads, or how much money; at least 0, and 0 lets none pass
 * @param window the time over which it counts
 * @param counts which leads or deliveries count; null for what its place says
 * @param ruleSet which leads it concerns; null for all
 * @param caps further caps, looked at only for leads that this one concerns
 * @param timeZone of its days and weeks; null for the flow's
 * @param reason a template; null for what its place says
 */
public record Cap(
        String id,
        @Nullable String name,
        Type type,
        BigDecimal maximum,
        CapWindow window,
        @Nullable Counts counts,
        @Nullable RuleSet ruleSet,
        List<Cap> caps,
        @Nullable ZoneId timeZone,
        @Nullable String reason)
        implements CapEntry {
    public Cap {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
        requireNonNull(window, "window");
        maximum = Amounts.plain(maximum);
        caps = List.copyOf(caps);
    }

    /** What a cap sums up. */
    public enum Type {
        /** Leads or deliveries. */
        VOLUME,
        /** What deliveries earn. */
        REVENUE,
        /** What leads cost. */
        COST
    }

    /** Which leads or deliveries count. */
    public enum Counts {
        /** At a flow or source every lead that comes, whatever becomes of it; at a recipient every lead offered to it. */
        SUBMITTED,
        /** Leads that pass the gates. */
        ACCEPTED,
        /** Leads that end with success: the default of flows and sources. */
        SUCCESSFUL,
        /** Successful deliveries, each for itself: the default of recipients, and the only way to count revenue. */
        DELIVERED
    }

    /** At most {@code maximum} leads in each {@code unit}. */
    public static Cap of(String id, long maximum, TimeUnit unit) {
        return of(id, maximum, CapWindow.each(1, unit));
    }

    /** At most {@code maximum} leads in each {@code window}. */
    public static Cap of(String id, long maximum, CapWindow window) {
        return new Cap(id, null, Type.VOLUME, BigDecimal.valueOf(maximum), window, null, null, List.of(), null, null);
    }

    /** At most {@code maximum} earned in each {@code window}. */
    public static Cap revenue(String id, String maximum, CapWindow window) {
        return money(id, Type.REVENUE, maximum, window);
    }

    /** At most {@code maximum} spent on leads in each {@code window}. */
    public static Cap cost(String id, String maximum, CapWindow window) {
        return money(id, Type.COST, maximum, window);
    }

    private static Cap money(String id, Type type, String maximum, CapWindow window) {
        return new Cap(id, null, type, new BigDecimal(maximum), window, null, null, List.of(), null, null);
    }

    /** This cap with a name for people. */
    public Cap named(String text) {
        return new Cap(id, text, type, maximum, window, counts, ruleSet, caps, timeZone, reason);
    }

    /** This cap with another maximum. */
    public Cap atMost(long number) {
        return new Cap(id, name, type, BigDecimal.valueOf(number), window, counts, ruleSet, caps, timeZone, reason);
    }

    /** This cap over another time. */
    public Cap over(CapWindow time) {
        return new Cap(id, name, type, maximum, time, counts, ruleSet, caps, timeZone, reason);
    }

    /** This cap, which counts {@code what}. */
    public Cap counting(Counts what) {
        return new Cap(id, name, type, maximum, window, what, ruleSet, caps, timeZone, reason);
    }

    /** This cap for leads that satisfy {@code rules}. */
    public Cap where(RuleSet rules) {
        return new Cap(id, name, type, maximum, window, counts, rules, caps, timeZone, reason);
    }

    /** This cap with further ones inside. */
    public Cap around(Cap... inner) {
        return new Cap(id, name, type, maximum, window, counts, ruleSet, List.of(inner), timeZone, reason);
    }

    /** This cap by the calendar of {@code zone}. */
    public Cap in(ZoneId zone) {
        return new Cap(id, name, type, maximum, window, counts, ruleSet, caps, zone, reason);
    }

    /** This cap with a reason of its own. */
    public Cap because(String template) {
        return new Cap(id, name, type, maximum, window, counts, ruleSet, caps, timeZone, template);
    }

    /** The name, or the id. */
    public String label() {
        return name == null ? id : name;
    }

    /** {@code Daily} for one day; {@code 3-day} for several. */
    public String period() {
        return window.adjective();
    }
}
