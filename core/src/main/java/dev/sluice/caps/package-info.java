/** How far the caps of a flow are. Open {@link dev.sluice.caps.CapStatus} first. */
@NullMarked
package dev.sluice.caps;

import org.jspecify.annotations.NullMarked;
