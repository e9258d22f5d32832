package dev.sluice.jdbc.internal.state;

import dev.sluice.jdbc.internal.sql.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How far the ids of each kind reach that a table has. Ids are mostly made in rising order, so that one beyond all others
 * need not be looked for. Right because only one process writes. Guarded by the store's lock.
 */
final class Frontier {
    private final Function<Kind, String> database;
    private final Map<Kind, String> highest = new HashMap<>();

    /** @param database the highest id of a kind in the table; that kind itself when there is none */
    private Frontier(Function<Kind, String> database) {
        this.database = database;
    }

    /** What ids of an account begin with, such as {@code lead_}. */
    private record Kind(String account, String start) {
        /** The kind of an id ends with its first low line. */
        static Kind of(String account, String id) {
            return new Kind(account, id.substring(0, id.indexOf('_') + 1));
        }

        boolean isNone() {
            return start.isEmpty();
        }

        /** The first text behind all ids of this kind. */
        String end() {
            int last = start.length() - 1;
            return start.substring(0, last) + (char) (start.charAt(last) + 1);
        }
    }

    /** Of a table whose rows are found by an account and an id. */
    static Frontier of(Session session, String table, String column) {
        String query = "select " + column + " from " + table + " where account = ? and " + column + " >= ? and "
                + column + " < ? order by " + column + " desc limit 1";
        return new Frontier(
                kind -> session.first(query, row -> row.getString(1), kind.account(), kind.start(), kind.end())
                        .orElse(kind.start()));
    }

    /** Whether the table surely has no row with this id. */
    boolean isBeyond(String account, String id) {
        Kind kind = Kind.of(account, id);
        return !kind.isNone() && isPlain(id) && id.compareTo(reached(kind)) > 0;
    }

    /** From now on the table may have a row with this id. */
    void reach(String account, String id) {
        Kind kind = Kind.of(account, id);
        if (!kind.isNone() && id.compareTo(reached(kind)) > 0) {
            highest.put(kind, id);
        }
    }

    private String reached(Kind kind) {
        return highest.computeIfAbsent(kind, database);
    }

    /** Other texts stand in another order in databases than here. */
    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
