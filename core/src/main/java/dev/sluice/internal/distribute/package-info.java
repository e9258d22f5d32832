/** One lead, several buyers: strategies, bids, and the plan that is recorded before the first call. */
@NullMarked
package dev.sluice.internal.distribute;

import org.jspecify.annotations.NullMarked;
