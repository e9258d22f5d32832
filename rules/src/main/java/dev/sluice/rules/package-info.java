/**
 * Rules: what a lead must satisfy, decided with the reason at hand. Open {@link dev.sluice.rules.Rules} first (it compiles
 * a {@link dev.sluice.rules.Condition}), then {@link dev.sluice.rules.CompiledRules} and {@link dev.sluice.rules.Decision};
 * {@link dev.sluice.rules.RuleIndex} chooses among many.
 */
@NullMarked
package dev.sluice.rules;

import org.jspecify.annotations.NullMarked;
