/** Numbers from events: metrics with fixed formulas, grouped and filtered. Open {@link dev.sluice.report.Reports} first. */
@NullMarked
package dev.sluice.report;

import org.jspecify.annotations.NullMarked;
