/** Texts compared in any case, and looked for in others. Knows none of the packages beside it. */
@NullMarked
package dev.sluice.rules.internal.text;

import org.jspecify.annotations.NullMarked;
