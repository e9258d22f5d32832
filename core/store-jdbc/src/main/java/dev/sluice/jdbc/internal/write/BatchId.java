package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.sql.Session;

/**
 * The number of a transaction.
 *
 * @param outlived one that nobody will ask for any more
 */
record BatchId(String text, String outlived) {

    /** Says in the database that this transaction was committed. */
    int insert(Session session) {
        return session.update("insert into write_batch (id) values (?)", text);
    }

    void clear(Session session) {
        session.update("delete from write_batch where id = ?", outlived);
    }
}
