/**
 * Months of leads that never came through a flow that is not open. Open
 * {@link dev.sluice.workbench.simulation.Simulation} first.
 */
@NullMarked
package dev.sluice.workbench.simulation;

import org.jspecify.annotations.NullMarked;
