package dev.sluice.testkit;

import dev.sluice.Ids;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count: {@code lead_1}, {@code lead_2}. The same run gives the same ids. Safe on any thread. */
public final class SequentialIds implements Ids {
    private final AtomicLong last = new AtomicLong();

    private SequentialIds() {}

    /** Ids from 1. */
    public static SequentialIds create() {
        return new SequentialIds();
    }

    @Override
    public String next(String prefix) {
        return prefix + last.incrementAndGet();
    }
}
