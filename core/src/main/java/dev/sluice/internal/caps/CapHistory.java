package dev.sluice.internal.caps;

import dev.sluice.flow.CapWindow;
import dev.sluice.flow.Window;
import dev.sluice.internal.caps.CapPlan.Carried;
import dev.sluice.store.CounterKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of counts when a flow is edited: a new cap, another quantity, other rules or a shorter window begin at 0; a
 * longer window keeps what its present one holds; all else changes nothing. Pure.
 */
public final class CapHistory {
    private final String account;
    private final Instant now;

    public CapHistory(String account, Instant now) {
        this.account = account;
        this.now = now;
    }

    /** The records after an edit; caps that are gone stay remembered, so that one that comes back begins anew. */
    public Map<String, CapRecord> after(Map<String, CapRecord> before, Map<String, CapSpec> specs) {
        Map<String, CapRecord> after = new LinkedHashMap<>();
        specs.forEach((key, spec) -> {
            CapRecord old = before.get(key);
            after.put(key, old == null ? CapRecord.first(spec) : next(key, old, spec));
        });
        before.forEach((key, old) -> after.putIfAbsent(key, old.gone()));
        return after;
    }

    private CapRecord next(String key, CapRecord old, CapSpec spec) {
        if (old.removed() || beginsAnew(old, spec)) {
            return CapRecord.of(spec, old.epoch() + 1, List.of());
        }
        boolean sameTime = old.window().equals(spec.window()) && old.zone().equals(spec.zone());
        return sameTime
                ? CapRecord.of(spec, old.epoch(), old.carried())
                : CapRecord.of(spec, old.epoch() + 1, carried(key, old, spec));
    }

    static boolean beginsAnew(CapRecord old, CapSpec spec) {
        return !old.rules().equals(spec.rules())
                || !old.quantity().equals(spec.quantity())
                || !old.window().getClass().equals(spec.window().getClass())
                        && !(spec.window() instanceof CapWindow.Total)
                || length(spec.window()).compareTo(length(old.window())) < 0;
    }

    private static Duration length(CapWindow window) {
        if (window instanceof CapWindow.Calendar calendar) {
            return length(calendar.length());
        }
        return window instanceof CapWindow.Rolling rolling
                ? length(rolling.length())
                : Duration.ofSeconds(Long.MAX_VALUE);
    }

    private static Duration length(Window window) {
        return window.interval().unit().getDuration().multipliedBy(window.value());
    }

    /** The counters that count at this moment go on to count until the new window ends, or has passed them. */
    private List<Carried> carried(String key, CapRecord old, CapSpec spec) {
        Period then = CapWindows.of(old.window(), old.zone()).at(now);
        Period next = CapWindows.of(spec.window(), spec.zone()).at(now);
        List<Carried> carried = new ArrayList<>();
        for (int i = 0; i < then.windows().size(); i++) {
            CounterKey counter =
                    new CounterKey(account, old.key(key), then.windows().get(i));
            Instant until = next.windows().size() == 1 ? next.end() : passed(then, i, spec);
            carried.add(new Carried(counter, next.windows().size() == 1 ? next.start() : Instant.MIN, until));
        }
        old.carried().stream()
                .filter(each -> each.counts(then))
                .map(each -> new Carried(
                        each.counter(), carried.get(0).from(), carried.get(0).until()))
                .forEach(carried::add);
        return carried;
    }

    /** When the stretch at place {@code index} has left the longer rolling window. */
    private static Instant passed(Period then, int index, CapSpec spec) {
        Duration stretch = Duration.between(then.start(), then.end());
        return then.end().minus(stretch.multipliedBy(index)).plus(length(spec.window()));
    }
}
