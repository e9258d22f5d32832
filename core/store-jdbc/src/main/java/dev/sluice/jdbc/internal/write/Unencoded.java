package dev.sluice.jdbc.internal.write;

import dev.sluice.store.codec.Encoding;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Events of queued writes that have yet to take their stored form, in the order of decisions. Whoever waits for a commit,
 * and whoever makes one, takes on the next of them, so that all processors that have nothing better to do share the work.
 * Safe on any thread.
 */
final class Unencoded {
    private final Queue<Encoding> queue = new ConcurrentLinkedQueue<>();

    void add(Encoding encoding) {
        queue.add(encoding);
    }

    /** Takes on the first {@code count} of them. */
    void encode(int count) {
        for (int i = 0; i < count; i++) {
            encodeNext();
        }
    }

    /** Takes on the next of them; false when there is none. */
    boolean encodeNext() {
        Encoding next = queue.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }
}
