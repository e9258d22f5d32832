/** Which of many conditions can hold for a lead, found by bit sets. Open {@link dev.sluice.rules.internal.index.Candidates} first. */
@NullMarked
package dev.sluice.rules.internal.index;

import org.jspecify.annotations.NullMarked;
