/**
 * What differs between two definitions, in the terms of flows. Open {@link dev.sluice.flow.diff.FlowDifference} first.
 */
@NullMarked
package dev.sluice.flow.diff;

import org.jspecify.annotations.NullMarked;
