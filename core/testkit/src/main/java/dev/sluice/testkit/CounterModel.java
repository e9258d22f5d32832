package dev.sluice.testkit;

import static dev.sluice.testkit.Samples.counter;
import static dev.sluice.testkit.Samples.holder;

import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Hold;
import dev.sluice.store.Holder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Counters and holds as they must be after any reservations, commits and releases: the simplest thing that can be right. */
final class CounterModel {
    private static final List<CounterKey> COUNTERS = List.of(counter("a"), counter("b"), counter("c"));
    private static final List<Holder> HOLDERS = List.of(holder("1"), holder("2"), holder("3"), holder("4"));

    private final Random random;
    private final Map<CounterKey, Long> committed = new HashMap<>();
    private final Map<Holder, Map<CounterKey, Long>> held = new HashMap<>();

    CounterModel(Random random) {
        this.random = random;
        HOLDERS.forEach(holder -> held.put(holder, new HashMap<>()));
    }

    /** Takes the next step, and gives it as a change for the store. */
    Consumer<Changes> next() {
        Holder holder = HOLDERS.get(random.nextInt(HOLDERS.size()));
        Map<CounterKey, Long> mine = held.getOrDefault(holder, new HashMap<>());
        return switch (random.nextInt(4)) {
            case 0 -> commit(holder, mine);
            case 1 -> release(holder, mine);
            default -> reserve(holder, mine);
        };
    }

    private Consumer<Changes> commit(Holder holder, Map<CounterKey, Long> mine) {
        mine.forEach((key, amount) -> committed.merge(key, amount, Long::sum));
        mine.clear();
        return changes -> changes.commit(holder);
    }

    private static Consumer<Changes> release(Holder holder, Map<CounterKey, Long> mine) {
        mine.clear();
        return changes -> changes.release(holder);
    }

    private Consumer<Changes> reserve(Holder holder, Map<CounterKey, Long> mine) {
        CounterKey key = COUNTERS.get(random.nextInt(COUNTERS.size()));
        long amount = 1 + random.nextInt(5);
        mine.merge(key, amount, Long::sum);
        return changes -> changes.reserve(holder, key, amount);
    }

    /** Each counter: what was committed, and the sum of the holds. */
    Map<CounterKey, Counter> counters() {
        Map<CounterKey, Counter> counters = new HashMap<>();
        for (CounterKey key : COUNTERS) {
            long reserved = held.values().stream()
                    .mapToLong(mine -> mine.getOrDefault(key, 0L))
                    .sum();
            counters.put(key, new Counter(committed.getOrDefault(key, 0L), reserved));
        }
        return counters;
    }

    Map<Holder, List<Hold.Item>> holds() {
        Map<Holder, List<Hold.Item>> holds = new HashMap<>();
        held.forEach((holder, mine) -> {
            List<Hold.Item> items = new ArrayList<>();
            mine.forEach((key, amount) -> items.add(new Hold.Item(key, amount)));
            holds.put(holder, items);
        });
        return holds;
    }
}
