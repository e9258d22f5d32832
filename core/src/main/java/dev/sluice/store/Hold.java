package dev.sluice.store;

import java.util.ArrayList;
import java.util.List;

/** What a holder has reserved and not yet settled. */
public record Hold(List<Item> items) {
    public static final Hold NONE = new Hold(List.of());

    public Hold {
        items = List.copyOf(items);
    }

    /** An amount of one counter. */
    public record Item(CounterKey counter, long amount) {}

    /** This hold with {@code amount} more of {@code counter}. */
    public Hold plus(CounterKey counter, long amount) {
        if (items.isEmpty()) {
            return new Hold(List.of(new Item(counter, amount)));
        }
        List<Item> next = new ArrayList<>(items.size() + 1);
        long sum = amount;
        for (Item item : items) {
            if (item.counter().equals(counter)) {
                sum += item.amount();
            } else {
                next.add(item);
            }
        }
        next.add(new Item(counter, sum));
        return new Hold(next);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
