package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;

/**
 * Events that agree in what was asked, counted by the store.
 *
 * @param any stands for each of them: has their type, outcome, test and what else was asked; its time is the begin of their
 *     stretch, or 1970 where none was asked. It has no stream, number, money or facts
 * @param number how many, at least 1
 */
public record Alike(Event any, long number) {
    public Alike {
        requireNonNull(any, "any");
        if (number < 1) {
            throw new IllegalArgumentException("events that are alike are at least 1, not " + number);
        }
    }
}
