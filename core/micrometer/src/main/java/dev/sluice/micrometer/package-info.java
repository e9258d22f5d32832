/** Meters of flows in the registry of the host. Open {@link dev.sluice.micrometer.FlowMeters} first. */
@NullMarked
package dev.sluice.micrometer;

import org.jspecify.annotations.NullMarked;
