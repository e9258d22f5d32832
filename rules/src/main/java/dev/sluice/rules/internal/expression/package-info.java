/**
 * Expressions that anybody may write: an allow-list grammar first, MVEL only behind it. Open
 * {@link dev.sluice.rules.internal.expression.Parser} for what may be written and
 * {@link dev.sluice.rules.internal.expression.MvelText} for what MVEL gets to see.
 */
@NullMarked
package dev.sluice.rules.internal.expression;

import org.jspecify.annotations.NullMarked;
