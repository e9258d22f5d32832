/** Ways to write text into text. Open {@link dev.sluice.templates.internal.escape.Escaper} first. */
@NullMarked
package dev.sluice.templates.internal.escape;

import org.jspecify.annotations.NullMarked;
