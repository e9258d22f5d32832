package dev.sluice.store.codec;

import dev.sluice.store.StoredEvent;

/**
 * An event in its stored form but for its place in the chain: all that can be computed before the hash of the event
 * before it is known.
 */
public final class EncodedEvent {
    private final StoredEvent event;
    private final byte[] material;

    EncodedEvent(StoredEvent event) {
        this.event = event;
        this.material = Chain.material(event);
    }

    /** Its number in its stream. */
    public long seq() {
        return event.seq();
    }

    /** The stored event behind one whose hash is {@code previous}; {@link Chain#START} for the first of a stream. */
    public StoredEvent after(byte[] previous) {
        return new StoredEvent(
                event.stream(),
                event.seq(),
                event.columns(),
                event.clear(),
                event.sealed(),
                event.detail(),
                Chain.hash(previous, material));
    }
}
