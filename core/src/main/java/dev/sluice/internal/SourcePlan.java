package dev.sluice.internal;

import dev.sluice.event.Event;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.internal.caps.PingPlan;
import dev.sluice.internal.pricing.MarginGuard;
import dev.sluice.internal.wiring.Proof;
import dev.sluice.types.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A source, compiled.
 *
 * @param margin the least that a lead must leave
 * @param pings null when it may not ping
 * @param constants the sections that are the same for every lead of it
 * @param live the context of its events
 * @param test the context of its test leads' events
 */
public record SourcePlan(
        SourceDefinition definition,
        Proof proof,
        Intake intake,
        Gates gates,
        MarginGuard margin,
        @Nullable PingPlan pings,
        ResponsePlan response,
        Scope constants,
        Event.Context live,
        Event.Context test) {

    public String entityId() {
        return definition.entity().id();
    }

    Event.Context context(boolean isTest) {
        return isTest ? test : live;
    }
}
