package dev.sluice.store;

/**
 * How far a counter is: leads, or millionths of money.
 *
 * @param committed settled
 * @param reserved taken by leads that are on their way
 */
public record Counter(long committed, long reserved) {
    public static final Counter ZERO = new Counter(0, 0);

    /** Settled and taken together: what a limit is compared with. */
    public long used() {
        return committed + reserved;
    }

    public Counter reserve(long amount) {
        return new Counter(committed, reserved + amount);
    }

    public Counter commit(long amount) {
        return new Counter(committed + amount, reserved - amount);
    }

    public Counter release(long amount) {
        return new Counter(committed, reserved - amount);
    }

    public Counter add(long amount) {
        return new Counter(committed + amount, reserved);
    }
}
