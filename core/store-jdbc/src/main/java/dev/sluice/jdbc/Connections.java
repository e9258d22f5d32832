package dev.sluice.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from: a URL, or the host's data source. */
@FunctionalInterface
interface Connections {
    Connection open() throws SQLException;
}
