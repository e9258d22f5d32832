package dev.sluice.jdbc;

import dev.sluice.store.codec.Encoding;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

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
            next();
        }
    }

    /** Takes on one after the other until there is none, or {@code wanted} says no. */
    void encodeWhile(BooleanSupplier wanted) {
        boolean more = true;
        while (more && wanted.getAsBoolean()) {
            more = next();
        }
    }

    private boolean next() {
        Encoding next = queue.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }
}
