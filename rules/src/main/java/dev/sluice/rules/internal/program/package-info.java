/** Conditions as a flat program with jumps, however deep they nest. Open {@link dev.sluice.rules.internal.program.Compiler} first. */
@NullMarked
package dev.sluice.rules.internal.program;

import org.jspecify.annotations.NullMarked;
