package dev.sluice.internal.caps;

import dev.sluice.flow.PingLimit;
import dev.sluice.store.CounterKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one source's pings are answered.
 *
 * @param limits the flow's, then the source's
 * @param quotes the list in which bids stand until they are used
 * @param validity how long a bid holds
 */
public record PingPlan(List<Limit> limits, String quotes, Duration validity) {
    public PingPlan {
        limits = List.copyOf(limits);
    }

    /** One limit: its windows, and how many pings each lets through. */
    public record Limit(
            String account, String key, @Nullable String name, CalendarWindows windows, long maximum) {

        public static List<Limit> all(String account, String place, List<PingLimit> limits, ZoneId zone) {
            List<Limit> all = new ArrayList<>(limits.size());
            for (int i = 0; i < limits.size(); i++) {
                PingLimit limit = limits.get(i);
                ZoneId own = limit.timeZone() == null ? zone : limit.timeZone();
                String key = "pings/" + place + "/" + i;
                all.add(new Limit(
                        account, key, limit.name(), new CalendarWindows(limit.window(), own), limit.maximum()));
            }
            return all;
        }

        /** Counts the pings that were looked at. */
        public CounterKey counter(Instant moment) {
            return counter(key, moment);
        }

        /** Counts the pings that were refused. */
        public CounterKey refused(Instant moment) {
            return counter(key + "/refused", moment);
        }

        private CounterKey counter(String name, Instant moment) {
            return new CounterKey(account, name, windows.at(moment).windows().get(0));
        }
    }
}
