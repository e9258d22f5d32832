package dev.sluice.store;

import java.util.List;

/** The whole duty of a host that keeps the log itself. Methods may be called from any thread and may block. */
public interface EventStore extends StoredLog {

    /** What a return from {@link #append} promises. */
    Durability durability();

    /**
     * Appends; durable on return, all or nothing. The same {@code (stream, seq)} twice is kept once, silently. Events of
     * one stream come in the order of their numbers, from one caller at a time.
     *
     * @return a place at or behind the last of these events; an empty batch gives any place
     * @throws StoreUnavailableException if it may not have been kept
     */
    Cursor append(List<StoredEvent> batch);
}
