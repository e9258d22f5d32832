/**
 * What leaves the log: exports on request, and the firehose, which never ends. Open {@link dev.sluice.export.Exports} or
 * {@link dev.sluice.export.Firehose} first.
 */
@NullMarked
package dev.sluice.export;

import org.jspecify.annotations.NullMarked;
