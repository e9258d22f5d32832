/**
 * A form for each kind of step, and for what only steps have.
 * Open {@link dev.sluice.json.internal.step.StepForm} first.
 */
@NullMarked
package dev.sluice.json.internal.step;

import org.jspecify.annotations.NullMarked;
