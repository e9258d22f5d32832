/** Moments as text and back. Open {@link dev.sluice.templates.internal.date.DatePattern} first. */
@NullMarked
package dev.sluice.templates.internal.date;

import org.jspecify.annotations.NullMarked;
