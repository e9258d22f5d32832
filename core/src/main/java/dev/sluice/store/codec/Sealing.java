package dev.sluice.store.codec;

import dev.sluice.event.Event;
import dev.sluice.store.Part;
import dev.sluice.store.StreamId;
import dev.sluice.store.WrappedKey;
import java.util.List;
import java.util.Optional;

/** Encrypts personal values with a key for each lead, which can be destroyed. Safe on any thread. */
public interface Sealing {

    /** {@code text} as it is stored; opens only in the same place. */
    byte[] seal(StreamId stream, long seq, Part part, byte[] text);

    /** What was sealed; empty when its key was destroyed. */
    Optional<byte[]> open(StreamId stream, long seq, Part part, byte[] sealed);

    /** The key that must be stored together with this event; empty when it is there already. */
    Optional<WrappedKey> unstoredKey(StreamId stream, long seq);

    /** Under what the lead can be found by values that this event gave it: keyed hashes. */
    List<Token> tokens(Event event);

    /**
     * A value that can be recognised and not be read.
     *
     * @param type the name of the value's type
     * @param hash keyed, of the normal form
     */
    record Token(String type, String hash) {}
}
