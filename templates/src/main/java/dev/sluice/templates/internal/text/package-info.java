/** Regular expressions that templates give. Open {@link dev.sluice.templates.internal.text.SafePattern} first. */
@NullMarked
package dev.sluice.templates.internal.text;

import org.jspecify.annotations.NullMarked;
