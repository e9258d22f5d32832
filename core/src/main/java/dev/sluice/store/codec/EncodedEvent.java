package dev.sluice.store.codec;

import dev.sluice.store.StoredEvent;
import dev.sluice.store.WrappedKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event in its stored form but for its place in the chain: all that can be computed before the hash of the event
 * before it is known.
 */
public final class EncodedEvent {
    private final StoredEvent event;
    private final byte[] material;

    private final @Nullable WrappedKey key;
    private final List<Sealing.Token> tokens;

    EncodedEvent(StoredEvent event, @Nullable WrappedKey key, List<Sealing.Token> tokens) {
        this.event = event;
        this.key = key;
        this.tokens = tokens;
        this.material = Chain.material(event);
    }

    /** The key of its lead, where that has to be stored with it. */
    public Optional<WrappedKey> key() {
        return Optional.ofNullable(key);
    }

    /** Under what its lead can be found from now on. */
    public List<Sealing.Token> tokens() {
        return tokens;
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
