package dev.sluice.workbench.replay;

import java.util.random.RandomGenerator;

/** Draws for each lead the number that it drew then. */
final class Chance implements RandomGenerator {
    private int drawn = 1;

    /** The number, from 1. */
    void of(int number) {
        drawn = number;
    }

    @Override
    public int nextInt(int bound) {
        return drawn - 1;
    }

    @Override
    public long nextLong() {
        return drawn;
    }
}
