package dev.sluice.flow;

/** A step that asks a plugin outside, so that several of them may be asked at once. */
public sealed interface CallStep extends StepDefinition permits EnhancementStep, RecipientStep {}
