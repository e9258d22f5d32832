/** What is wrong or doubtful with what decides whether a lead is let in: a kind of fault a file, all of them in {@link dev.sluice.flow.check.internal.gates.GateChecks}. */
@NullMarked
package dev.sluice.flow.check.internal.gates;

import org.jspecify.annotations.NullMarked;
