/** Operating batches: what waits, what was sent, sending now or again. Open {@link dev.sluice.batches.Batches} first. */
@NullMarked
package dev.sluice.batches;

import org.jspecify.annotations.NullMarked;
