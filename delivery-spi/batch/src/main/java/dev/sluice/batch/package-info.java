/** Files of rows. Open {@link dev.sluice.batch.CsvFormat} or {@link dev.sluice.batch.JsonFormat} first. */
@NullMarked
package dev.sluice.batch;

import org.jspecify.annotations.NullMarked;
