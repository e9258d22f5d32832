package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.sql.Session;

/** Numbers for transactions that no other process gives, nor this one when it opens the database again. */
final class BatchIds {
    private static final int KEPT = 1_000;

    private final long process;
    private long last;

    private BatchIds(long process) {
        this.process = process;
    }

    static BatchIds of(Session session) {
        return new BatchIds(session.first("select nextval('sluice_process')", row -> row.getLong(1))
                .orElseThrow());
    }

    /** The next number; the row of one that was settled long ago goes with its transaction. */
    BatchId next() {
        last++;
        return new BatchId(process + "." + last, process + "." + (last - KEPT));
    }
}
