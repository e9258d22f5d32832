package dev.sluice.database;

import dev.sluice.delivery.DeliveryResult;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;

/**
 * What went wrong at a database. Its words are left out, for they may hold values of the row.
 *
 * @param state the five letters and digits of the SQL standard; empty when there are none
 */
record SqlFault(Kind kind, String state) {
    /** The code of SQLite for constraints, of which it says no standard state. */
    private static final int SQLITE_CONSTRAINT = 19;

    private static final int SQLITE_PRIMARY_CODE = 0xFF;
    private static final int CLASS = 2;

    /** What a fault means for the row. */
    enum Kind {
        /** The connection is gone. */
        LOST,
        /** It took too long. */
        SLOW,
        /** The host may not write there. */
        DENIED,
        /** A rule of the table is against the row. */
        CONSTRAINT,
        /** A value does not fit its column. */
        DATA,
        /** There is no such table or column. */
        SHAPE,
        /** Anything else, which may pass: locks, space. */
        OTHER
    }

    static SqlFault of(SQLException fault) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        return new SqlFault(kind(fault, state), state);
    }

    private static Kind kind(SQLException fault, String state) {
        if (fault instanceof SQLTimeoutException || state.equals("57014")) {
            return Kind.SLOW;
        }
        if (fault instanceof SQLTransientConnectionException
                || fault instanceof SQLNonTransientConnectionException
                || fault instanceof SQLRecoverableException) {
            return Kind.LOST;
        }
        if (fault instanceof SQLIntegrityConstraintViolationException
                || (state.isEmpty() && (fault.getErrorCode() & SQLITE_PRIMARY_CODE) == SQLITE_CONSTRAINT)) {
            return Kind.CONSTRAINT;
        }
        return switch (state.length() < CLASS ? "" : state.substring(0, CLASS)) {
            case "08", "57", "90" -> state.startsWith("90") && !isClosed(state) ? Kind.OTHER : Kind.LOST;
            case "23" -> Kind.CONSTRAINT;
            case "22" -> Kind.DATA;
            case "28" -> Kind.DENIED;
            case "42" -> Kind.SHAPE;
            default -> Kind.OTHER;
        };
    }

    /** The states by which H2 says that a connection, or the database, was closed. */
    private static boolean isClosed(String state) {
        return state.equals("90067") || state.equals("90098") || state.equals("90121") || state.equals("90007");
    }

    /** Whether the row may be there although there was no answer. */
    boolean isLost() {
        return kind == Kind.LOST;
    }

    /** This as the result of a delivery of which nothing is in the table. */
    DeliveryResult result() {
        DeliveryResult result =
                switch (kind) {
                    case LOST -> error("Connection failed", "connection_failed");
                    case SLOW -> error("Timeout", "connection_timeout");
                    case DENIED -> error("Authentication failed", "authentication_failed");
                    case SHAPE -> error("The table or one of its columns is not there" + said(), "mapping_error");
                    case OTHER -> error("The database failed" + said(), "invalid_response");
                    case CONSTRAINT -> refused("The row breaks a rule of the table" + said());
                    case DATA -> refused("A value does not fit its column" + said());
                };
        return state.isEmpty() ? result : result.detail("sql_state", state);
    }

    private String said() {
        return state.isEmpty() ? "" : ": " + state;
    }

    private static DeliveryResult error(String reason, String code) {
        return DeliveryResult.error(reason).detail("code", code);
    }

    private static DeliveryResult refused(String reason) {
        return DeliveryResult.failure(reason).detail("code", "mapping_error");
    }
}
