/** The tables beside the log, row by row: as statements, and as the store's values. */
@NullMarked
package dev.sluice.jdbc.internal.table;

import org.jspecify.annotations.NullMarked;
