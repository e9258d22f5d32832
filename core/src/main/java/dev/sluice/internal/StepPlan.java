package dev.sluice.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.record.End;
import dev.sluice.internal.record.Past;
import dev.sluice.internal.record.RuleFacts;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Decision;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step, compiled. Runs in this order: enabled, criteria, the step itself; ends in exactly one event that names the next. */
public abstract class StepPlan {
    private final Position position;
    private final Way onward;

    /**
     * Where a step stands.
     *
     * @param next the step after it; null at the end, and inside a group
     * @param nextId the id of the step after it, of the group that it is in, or {@link Steps#END}
     */
    public record Position(
            String id,
            String label,
            boolean enabled,
            @Nullable CompiledRules criteria,
            @Nullable StepPlan next,
            String nextId) {}

    /**
     * How a lead goes on.
     *
     * @param next the next step; null when there is none
     * @param end set when a filter has stopped the lead
     */
    public record Way(@Nullable StepPlan next, @Nullable End end) {
        public static Way to(@Nullable StepPlan next) {
            return new Way(next, null);
        }
    }

    /**
     * Why a step is passed over.
     *
     * @param facts what its event says beside the reason
     */
    public record Obstacle(String reason, Obj facts) {}

    protected StepPlan(Position position) {
        this.position = position;
        this.onward = Way.to(position.next());
    }

    public String id() {
        return position.id();
    }

    protected final String label() {
        return position.label();
    }

    public final String nextId() {
        return position.nextId();
    }

    protected final @Nullable StepPlan next() {
        return position.next();
    }

    /** A step of which something is recorded was begun before; what is recorded is neither decided nor done again. */
    final Way run(LeadRun run, At at) {
        return run.past().isEmpty() && isPassedOver(run, at) ? onward() : perform(run, at);
    }

    /** Whether the step is not for this lead; then an event has told why. */
    public final boolean isPassedOver(LeadRun run, At at) {
        if (run.past().hasBegun(id())) {
            return wasPassedOver(run);
        }
        Obstacle obstacle = obstacle(run, at);
        if (obstacle == null) {
            return false;
        }
        run.data().stepEnded(id(), Outcome.SKIP, obstacle.reason());
        Event.Builder event = run.event(EventType.STEP_SKIPPED, at)
                .step(id())
                .outcome(Outcome.SKIP)
                .reason(obstacle.reason())
                .facts(obstacle.facts())
                .next(nextId());
        run.add(event);
        return true;
    }

    private boolean wasPassedOver(LeadRun run) {
        Optional<Event> skip =
                run.past().ended(id()).filter(event -> event.type().equals(EventType.STEP_SKIPPED));
        skip.ifPresent(run::scopeOf);
        return skip.isPresent();
    }

    private @Nullable Obstacle obstacle(LeadRun run, At at) {
        if (!position.enabled()) {
            return new Obstacle("Step is disabled", Obj.EMPTY);
        }
        CompiledRules criteria = position.criteria();
        if (criteria != null) {
            Decision decision = criteria.decide(run.scope(), at);
            if (!decision.passed()) {
                return new Obstacle(decision.reason().orElse("Step criteria not met"), RuleFacts.of(label(), decision));
            }
        }
        return ownObstacle(at);
    }

    /** What else keeps this kind of step from running; null for nothing. */
    protected @Nullable Obstacle ownObstacle(At at) {
        return null;
    }

    /** Recipients that may have been asked for a place before this step was cut off. */
    public List<String> mayHold(Past past) {
        return List.of();
    }

    /** Whether the step is decided by the lead alone, so that the next one begins at the same moment. */
    protected boolean takesNoTime() {
        return false;
    }

    /** Does what the step is for, and says how the lead goes on. */
    protected abstract Way perform(LeadRun run, At at);

    /** On to the step after this one. */
    protected final Way onward() {
        return onward;
    }
}
