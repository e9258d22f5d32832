/**
 * Templates ready to run. Open {@link dev.sluice.templates.internal.program.Compiler} first; it turns statements into
 * {@link dev.sluice.templates.internal.program.Node}s, which write text, and
 * {@link dev.sluice.templates.internal.program.Expr}s, which give values.
 */
@NullMarked
package dev.sluice.templates.internal.program;

import org.jspecify.annotations.NullMarked;
