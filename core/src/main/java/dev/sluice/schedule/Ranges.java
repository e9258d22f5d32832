package dev.sluice.schedule;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whole numbers of a clock. */
final class Ranges {
    private Ranges() {}

    static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("the " + name + " is from " + least + " to " + most + ", not " + value);
        }
    }

    static Stream<Integer> hours() {
        return IntStream.range(0, 24).boxed();
    }
}
