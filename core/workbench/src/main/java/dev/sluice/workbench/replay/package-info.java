/**
 * What would have happened if leads that came had gone through another flow. Open
 * {@link dev.sluice.workbench.replay.Replay} first.
 */
@NullMarked
package dev.sluice.workbench.replay;

import org.jspecify.annotations.NullMarked;
