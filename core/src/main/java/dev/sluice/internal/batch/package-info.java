/**
 * Rows that wait for their file, and files on their way. {@link dev.sluice.internal.batch.Collecting} takes rows in the
 * write of their event; {@link dev.sluice.internal.batch.BatchRunner} makes and sends files.
 */
@NullMarked
package dev.sluice.internal.batch;

import org.jspecify.annotations.NullMarked;
