package dev.sluice.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where connections come from: a URL, or the host's data source. */
@FunctionalInterface
public interface Connections {
    Connection open() throws SQLException;

    /** New connections to what a URL names, with the settings that its database needs. */
    static Connections to(String url) {
        String complete = H2.complete(url);
        return () -> {
            H2Head.refuseCutShort(complete);
            return DriverManager.getConnection(complete);
        };
    }
}
