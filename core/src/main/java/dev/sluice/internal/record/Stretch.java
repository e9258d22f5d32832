package dev.sluice.internal.record;

import dev.sluice.event.Event;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Some events of a journal in a row, without a copy: what a journal has once taken in stands there for good. */
final class Stretch extends AbstractList<Event> implements RandomAccess {
    private final Event[] events;
    private final int from;
    private final int to;

    /** @param events of which none between {@code from} and {@code to} is changed any more */
    Stretch(Event[] events, int from, int to) {
        this.events = events;
        this.from = from;
        this.to = to;
    }

    @Override
    public Event get(int i) {
        return events[from + Objects.checkIndex(i, size())];
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public List<Event> subList(int first, int behind) {
        Objects.checkFromToIndex(first, behind, size());
        return new Stretch(events, from + first, from + behind);
    }
}
