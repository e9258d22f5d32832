/**
 * Leads, events and reports as files, at once and by the clock. Open {@link dev.sluice.export.Exports} first; events that
 * leave as they come are in {@code dev.sluice.export.firehose}.
 */
@NullMarked
package dev.sluice.export;

import org.jspecify.annotations.NullMarked;
