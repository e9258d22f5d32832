/**
 * What is wrong or doubtful with a flow that takes reasoning about its rules to see. Open
 * {@link dev.sluice.workbench.analysis.FlowAnalysis} first.
 */
@NullMarked
package dev.sluice.workbench.analysis;

import org.jspecify.annotations.NullMarked;
