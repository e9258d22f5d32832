/**
 * One database and how one speaks to it: connections and sessions, what each database does differently, its schema, and the
 * order in which its log is read. Knows none of the packages beside it.
 */
@NullMarked
package dev.sluice.jdbc.internal.sql;

import org.jspecify.annotations.NullMarked;
