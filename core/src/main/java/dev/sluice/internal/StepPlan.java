package dev.sluice.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Decision;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import org.jspecify.annotations.Nullable;

/** One step, compiled. Runs in this order: enabled, criteria, the step itself; ends in exactly one event that names the next. */
abstract class StepPlan {
    private final Position position;

    /**
     * Where a step stands.
     *
     * @param next the place of the step after it
     * @param nextId the id of the step after it, or {@link Steps#END}
     */
    record Position(
            String id,
            String label,
            boolean enabled,
            @Nullable CompiledRules criteria,
            int next,
            String nextId) {}

    /**
     * How a lead goes on.
     *
     * @param next the place of the next step
     * @param end set when no step follows
     */
    record Way(int next, @Nullable End end) {}

    StepPlan(Position position) {
        this.position = position;
    }

    String id() {
        return position.id();
    }

    String label() {
        return position.label();
    }

    String nextId() {
        return position.nextId();
    }

    final Way run(LeadRun run) {
        At at = run.at();
        if (!position.enabled()) {
            return skip(run, at, "Step is disabled", null);
        }
        CompiledRules criteria = position.criteria();
        if (criteria != null) {
            Decision decision = criteria.decide(run.scope(), at);
            if (!decision.passed()) {
                return skip(run, at, decision.reason().orElse("Step criteria not met"), decision);
            }
        }
        return perform(run, at);
    }

    /** Does what the step is for, and says how the lead goes on. */
    abstract Way perform(LeadRun run, At at);

    /** On to the step after this one. */
    final Way onward() {
        return new Way(position.next(), null);
    }

    private Way skip(LeadRun run, At at, String reason, @Nullable Decision decision) {
        run.stepEnded(id(), Outcome.SKIP, reason);
        Event.Builder event = run.event(EventType.STEP_SKIPPED, at)
                .step(id())
                .outcome(Outcome.SKIP)
                .reason(reason)
                .facts(decision == null ? Obj.EMPTY : RuleFacts.of(label(), decision))
                .next(nextId());
        run.add(event);
        return onward();
    }
}
