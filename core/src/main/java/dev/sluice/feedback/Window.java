package dev.sluice.feedback;

import java.time.Duration;
import java.time.Instant;

/** One of the stretches of equal length since 1970. */
record Window(Instant from, Instant to) {
    static Window around(Instant moment, Duration length) {
        long seconds = length.toSeconds();
        Instant from = Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
        return new Window(from, from.plusSeconds(seconds));
    }
}
