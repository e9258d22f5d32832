/**
 * What can be learnt of a flow before a lead comes, or after: offline, without any effect. Each tool has a package of its
 * own below this one; open {@link dev.sluice.workbench.analysis.FlowAnalysis} first.
 */
@NullMarked
package dev.sluice.workbench;

import org.jspecify.annotations.NullMarked;
