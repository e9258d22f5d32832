/** Patterns that users write, matched in time linear in the text. Open {@link dev.sluice.rules.internal.pattern.Pattern} first. */
@NullMarked
package dev.sluice.rules.internal.pattern;

import org.jspecify.annotations.NullMarked;
