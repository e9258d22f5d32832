package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.sql.Dialect;
import dev.sluice.store.StoreUnavailableException;
import java.sql.SQLException;

/** How often one transaction is tried again. */
final class Retries {
    private static final int MAX_CONFLICTS = 100;

    private final Dialect dialect;
    private int conflicts;
    private boolean wasAway;

    Retries(Dialect dialect) {
        this.dialect = dialect;
    }

    boolean isConflict(StoreUnavailableException fault) {
        return fault.getCause() instanceof SQLException cause && dialect.isConflict(cause);
    }

    /** Whether there is no connection: classes 08 and 57 of the standard's and of most databases' codes. */
    static boolean isAway(StoreUnavailableException fault) {
        if (!(fault.getCause() instanceof SQLException cause)) {
            return true;
        }
        String state = cause.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57");
    }

    /** Returns when trying again may help: after a conflict, and once with a new connection. */
    void again(StoreUnavailableException fault) {
        if (isConflict(fault)) {
            conflicts++;
        } else if (isAway(fault) && !wasAway) {
            wasAway = true;
        } else {
            throw fault;
        }
        if (conflicts > MAX_CONFLICTS) {
            throw fault;
        }
    }
}
