package dev.sluice.store;

import java.util.List;

/** Reading a log in the form in which it is kept. Methods may be called from any thread and may block. */
public interface StoredLog {

    /** A stream by {@code seq}; empty when it is unknown. */
    List<StoredEvent> stream(StreamId stream);

    /** Events after {@code cursor} in an order that is never filled in later. */
    Page<StoredEvent> after(Cursor cursor, int limit);
}
