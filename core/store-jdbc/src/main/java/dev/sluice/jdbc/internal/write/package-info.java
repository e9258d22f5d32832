/**
 * How writes become commits: {@link LocalWriter} for a file of this process, {@link SharedWriter} for a server of many. Open
 * {@link dev.sluice.jdbc.internal.write.Writer} first.
 */
@NullMarked
package dev.sluice.jdbc.internal.write;

import org.jspecify.annotations.NullMarked;
