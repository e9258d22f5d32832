package dev.sluice.internal.caps;

import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The counters of a cap during a stretch of time.
 *
 * @param counted those that add up, the one that counts now first
 * @param reached set once it was told that the cap is full
 * @param refused how often it has refused
 * @param looked everything that a decision about the cap looks at
 */
public record CapSpan(
        Period period, List<CounterKey> counted, CounterKey reached, CounterKey refused, List<CounterKey> looked) {
    CapSpan(Period period, List<CounterKey> counted, CounterKey reached, CounterKey refused) {
        this(period, List.copyOf(counted), reached, refused, with(counted, reached));
    }

    private static List<CounterKey> with(List<CounterKey> counted, CounterKey reached) {
        List<CounterKey> looked = new ArrayList<>(counted);
        looked.add(reached);
        return List.copyOf(looked);
    }

    public CounterKey counter() {
        return counted.get(0);
    }

    public Counter sum(View view) {
        Counter sum = view.counter(counter());
        for (int i = 1; i < counted.size(); i++) {
            Counter older = view.counter(counted.get(i));
            sum = new Counter(sum.committed() + older.committed(), sum.reserved() + older.reserved());
        }
        return sum;
    }

    /** When the first of what counts now stops to count; empty for never. */
    public Optional<Instant> resetsAt(View view) {
        int oldest = period.windows().size() - 1;
        while (oldest > 0 && view.counter(counted.get(oldest)).used() == 0) {
            oldest--;
        }
        return period.countsUntil(oldest);
    }

    /** When the window, or the oldest part of it, began; empty for all time. */
    Optional<Instant> startedAt() {
        if (period.end().equals(Instant.MAX)) {
            return Optional.empty();
        }
        return Optional.of(Instant.parse(period.windows().get(period.windows().size() - 1)));
    }

    /** The keys with which a status is read. */
    List<CounterKey> all() {
        List<CounterKey> keys = new ArrayList<>(looked);
        keys.add(refused);
        return keys;
    }
}
