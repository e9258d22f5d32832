package dev.sluice.flow.check;

import dev.sluice.flow.Cap;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.SharedCap;
import dev.sluice.flow.StepDefinition;
import dev.sluice.rules.RuleSet;

/** Sees the parts that stand in many places of a flow; every method does nothing unless it is overridden. */
interface FlowVisitor {
    default void step(Place place, StepDefinition step) {}

    default void ruleSet(Place place, RuleSet set) {}

    default void template(Place place, String text) {}

    default void mapping(Place place, MappingDefinition mapping) {}

    default void pricing(Place place, Pricing pricing) {}

    /** Called for nested and shared caps too, each after its parent. */
    default void cap(Place place, Cap cap) {}

    /** A place where a shared cap is used. */
    default void sharedCap(Place place, SharedCap cap) {}
}
