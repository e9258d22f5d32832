package dev.sluice.store;

import java.util.List;

/** What a holder has reserved and not yet settled. */
public record Hold(List<Item> items) {
    public static final Hold NONE = new Hold(List.of());

    public Hold {
        items = List.copyOf(items);
    }

    /** An amount of one counter. */
    public record Item(CounterKey counter, long amount) {}

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
