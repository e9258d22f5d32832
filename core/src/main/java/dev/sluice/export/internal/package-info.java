/**
 * What exports and the firehose are made of: rows of the log and their columns, bytes on their way. Not for hosts. Open
 * {@code Source} first, then {@code Rows}.
 */
@NullMarked
package dev.sluice.export.internal;

import org.jspecify.annotations.NullMarked;
