package dev.sluice.flow.check;

import dev.sluice.flow.Cap;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.SharedCap;
import dev.sluice.flow.StepDefinition;
import dev.sluice.rules.RuleSet;
import java.util.List;

/** Sees the parts that stand in many places of a flow; every method does nothing unless it is overridden. */
public interface FlowVisitor {
    /** Steps that follow each other: those of the flow, of a branch, of a sub-flow; each is shown by itself afterwards. */
    default void sequence(Place place, List<StepDefinition> steps) {}

    /** Steps inside too many others; they are not shown. */
    default void tooDeep(Place place) {}

    /** A step, before what is in it; that of a sub-flow once, where it is defined. */
    default void step(Place place, StepDefinition step) {}

    /** Rules, wherever they stand. */
    default void ruleSet(Place place, RuleSet set) {}

    /** A text that may be a template. */
    default void template(Place place, String text) {}

    /** A mapping, before its rules and its value. */
    default void mapping(Place place, MappingDefinition mapping) {}

    /** Prices of a flow, a source or a recipient. */
    default void pricing(Place place, Pricing pricing) {}

    /** Called for nested and shared caps too, each after its parent. */
    default void cap(Place place, Cap cap) {}

    /** A place where a shared cap is used. */
    default void sharedCap(Place place, SharedCap cap) {}
}
