/**
 * A store in a database, through {@code java.sql}; the host brings the driver. Open {@link dev.sluice.jdbc.JdbcStore}
 * first.
 */
@NullMarked
package dev.sluice.jdbc;

import org.jspecify.annotations.NullMarked;
