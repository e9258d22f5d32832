/**
 * Events as they come, in streams that never end. Open {@link dev.sluice.export.firehose.Firehose} first, then
 * {@link dev.sluice.export.firehose.Sink}, which takes them.
 */
@NullMarked
package dev.sluice.export.firehose;

import org.jspecify.annotations.NullMarked;
