/** What each operator means. Open {@link dev.sluice.rules.internal.check.Checks} first: it turns an operator and its right-hand side into a {@link dev.sluice.rules.internal.check.Check}. */
@NullMarked
package dev.sluice.rules.internal.check;

import org.jspecify.annotations.NullMarked;
