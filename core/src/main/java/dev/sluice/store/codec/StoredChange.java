package dev.sluice.store.codec;

import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;

/**
 * What an event changed, as it is stored: all that events behind it need of it. Bytes are not copied.
 *
 * @param stream the line it belongs to
 * @param seq its number there
 * @param clear its clear part
 * @param sealed its sealed part
 */
public record StoredChange(StreamId stream, long seq, byte[] clear, byte[] sealed) {

    /** What this event changed. */
    public static StoredChange of(StoredEvent event) {
        return new StoredChange(event.stream(), event.seq(), event.clear(), event.sealed());
    }
}
