/** Numbers as text. Open {@link dev.sluice.templates.internal.number.NumberPattern} first. */
@NullMarked
package dev.sluice.templates.internal.number;

import org.jspecify.annotations.NullMarked;
