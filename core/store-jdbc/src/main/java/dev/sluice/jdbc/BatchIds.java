package dev.sluice.jdbc;

/** Numbers for transactions that no other process gives, nor this one when it opens the database again. */
final class BatchIds {
    private final long process;
    private long last;

    private BatchIds(long process) {
        this.process = process;
    }

    static BatchIds of(Session session) {
        return new BatchIds(session.first("select nextval('sluice_process')", row -> row.getLong(1))
                .orElseThrow());
    }

    String next() {
        return process + "." + ++last;
    }
}
