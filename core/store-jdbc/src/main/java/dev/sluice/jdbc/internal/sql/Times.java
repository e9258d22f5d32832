package dev.sluice.jdbc.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments as columns hold them: milliseconds since 1970. */
public final class Times {
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Times() {}

    /** Moments that a column cannot hold become the last or the first that it can. */
    public static long millis(Instant moment) {
        if (moment.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        return moment.isBefore(FIRST) ? Long.MIN_VALUE : moment.toEpochMilli();
    }

    public static @Nullable Instant read(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
