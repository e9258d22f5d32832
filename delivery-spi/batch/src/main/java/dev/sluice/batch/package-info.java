/**
 * Files for recipients. Open {@link dev.sluice.batch.CsvFormat} first for how rows become bytes, and
 * {@link dev.sluice.batch.FolderTransport} for how bytes get where they are wanted.
 */
@NullMarked
package dev.sluice.batch;

import org.jspecify.annotations.NullMarked;
