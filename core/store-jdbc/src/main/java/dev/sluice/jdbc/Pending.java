package dev.sluice.jdbc;

import dev.sluice.store.codec.Encoding;

/** A decided write on its way into the database. */
final class Pending implements Job {
    private final Decided decided;
    private final Encoding encoding;
    private volatile long position;

    Pending(Decided decided, Encoding encoding) {
        this.decided = decided;
        this.encoding = encoding;
    }

    /** Gives the events their stored form, on the thread of the caller who wrote them. */
    void encode() {
        encoding.run();
    }

    @Override
    public void into(Batch batch) {
        batch.events(encoding.result());
        batch.state(decided);
        position = batch.position();
    }

    /** The place of the last event; known once durable. */
    long position() {
        return position;
    }
}
