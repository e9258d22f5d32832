package dev.sluice.store.codec;

import dev.sluice.event.Event;
import dev.sluice.store.Part;
import dev.sluice.store.StreamId;
import dev.sluice.store.WrappedKey;
import java.util.List;
import java.util.Optional;

/** Encrypts personal values with a key for each lead, which can be destroyed. Safe on any thread. */
public interface Sealing {

    /** Seals what is written to this stream; for one thread, and one write. */
    Sealer of(StreamId stream);

    /** What was sealed; empty when its key was destroyed. */
    Optional<byte[]> open(StreamId stream, long seq, Part part, byte[] sealed);

    /** Under what the lead can be found by values that this event gave it: keyed hashes. */
    List<Token> tokens(Event event);

    /** Seals with the key of one lead, which is looked for once. */
    interface Sealer {
        /** {@code text} as it is stored; opens only in the same place. */
        byte[] seal(long seq, Part part, byte[] text);

        /** The key that must be stored together with this event, of which something was sealed; empty when it is there. */
        Optional<WrappedKey> unstoredKey(long seq);
    }

    /**
     * A value that can be recognised and not be read.
     *
     * @param type the name of the value's type
     * @param hash keyed, of the normal form
     */
    record Token(String type, String hash) {}
}
