/** The immutable record of a lead's way. Open {@link dev.sluice.event.Event} first. */
@NullMarked
package dev.sluice.event;

import org.jspecify.annotations.NullMarked;
