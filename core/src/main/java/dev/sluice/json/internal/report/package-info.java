/** Forms of what is asked of the log: reports, alerts, exports by the clock. */
@NullMarked
package dev.sluice.json.internal.report;

import org.jspecify.annotations.NullMarked;
