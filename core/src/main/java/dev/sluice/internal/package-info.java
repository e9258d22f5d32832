/** How a flow runs. Open {@link dev.sluice.internal.LeadJourney} first: it tells a lead's way from top to bottom. */
@NullMarked
package dev.sluice.internal;

import org.jspecify.annotations.NullMarked;
