/** What is wrong or doubtful with steps, and what leads wait in: a kind of fault a file, all of them in {@link dev.sluice.flow.check.internal.steps.StepChecks}. */
@NullMarked
package dev.sluice.flow.check.internal.steps;

import org.jspecify.annotations.NullMarked;
