package dev.sluice.internal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/** A whole number from 1 to 100 for each lead, drawn one at a time because generators need not be safe for threads. */
public final class Percent implements IntSupplier {
    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();

    public Percent(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public int getAsInt() {
        lock.lock();
        try {
            return 1 + random.nextInt(100);
        } finally {
            lock.unlock();
        }
    }
}
