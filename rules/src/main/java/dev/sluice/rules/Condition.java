package dev.sluice.rules;

/** What may stand in a rule set: a rule, another set, or an expression. Definitions are immutable data; {@link Rules} compiles them. */
public sealed interface Condition permits Rule, RuleSet, Expression {}
