package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.List;

/** Reading a log. What was read once is never changed, and a cursor never passes a place that is filled later. */
public interface Events {

    /** All events of a stream by {@code seq}, each with its whole snapshot; empty for an unknown stream. */
    List<Event> stream(StreamId stream);

    /**
     * Events of all streams after {@code cursor}, in reading order.
     *
     * @param limit how many at most, at least 1
     */
    Page<Event> after(Cursor cursor, int limit);
}
