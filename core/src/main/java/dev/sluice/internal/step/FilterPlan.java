package dev.sluice.internal.step;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.StepPlan;
import dev.sluice.internal.Steps;
import dev.sluice.internal.mapping.ReasonText;
import dev.sluice.internal.record.End;
import dev.sluice.internal.record.RuleFacts;
import dev.sluice.internal.record.StepOutcome;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Decision;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides how a lead goes on: with the next step, with a later one, or not at all. */
public final class FilterPlan extends StepPlan {
    private final CompiledRules rules;
    private final String ruleSet;
    private final Action onPass;
    private final Action onFail;
    /** What is told of every lead that passes; null before the first, and where there are several ways to pass. */
    private @Nullable Supplier<Obj> always;

    public FilterPlan(Position position, CompiledRules rules, String ruleSet, Action onPass, Action onFail) {
        super(position);
        this.rules = rules;
        this.ruleSet = ruleSet;
        this.onPass = onPass;
        this.onFail = onFail;
    }

    @Override
    protected boolean takesNoTime() {
        return true;
    }

    @Override
    protected Way perform(LeadRun run, At at) {
        Supplier<Obj> known = always;
        if (known == null) {
            return decided(run, at, rules.decide(run.scope(), at));
        }
        Optional<Decision> refusal = rules.refusal(run.scope(), at);
        return refusal.isPresent()
                ? decided(run, at, refusal.get())
                : ended(run, at, Outcome.SUCCESS, null, known, null);
    }

    private Way decided(LeadRun run, At at, Decision decision) {
        boolean passed = decision.passed();
        Action action = passed ? onPass : onFail;
        String reason = passed && !action.stops() ? null : action.reason(run, at, decision);
        End end = action.stops() ? action.end(run, reason) : null;
        Supplier<Obj> told = () -> facts(decision, action, end);
        if (end == null && decision.passedAsAlways()) {
            Obj facts = told.get();
            told = () -> facts;
            always = told;
        }
        return ended(run, at, passed ? Outcome.SUCCESS : Outcome.FAILURE, reason, told, end);
    }

    private Way ended(
            LeadRun run, At at, Outcome outcome, @Nullable String reason, Supplier<Obj> told, @Nullable End end) {
        boolean passed = outcome == Outcome.SUCCESS;
        Action action = passed ? onPass : onFail;
        run.data().stepEnded(id(), outcome, reason);
        Event.Builder event = run.event(passed ? EventType.FILTER_PASSED : EventType.FILTER_FAILED, at)
                .step(id())
                .outcome(outcome)
                .reason(reason)
                .factsLater(told)
                .next(end == null ? action.nextId(this) : Steps.END);
        run.add(event);
        return action.way(this, end);
    }

    private Obj facts(Decision decision, Action action, @Nullable End end) {
        Value outcome = end == null || end.stopped() == null
                ? Missing.MISSING
                : new Text(end.stopped().text());
        return RuleFacts.of(ruleSet, decision, new Text(action.word()), outcome);
    }

    /** What a filter does with a lead. */
    public sealed interface Action {
        String word();

        default boolean stops() {
            return false;
        }

        default @Nullable StepPlan next(FilterPlan filter) {
            return filter.next();
        }

        default Way way(FilterPlan filter, @Nullable End end) {
            return end == null && next(filter) == filter.next() ? filter.onward() : new Way(next(filter), end);
        }

        default String nextId(FilterPlan filter) {
            return filter.nextId();
        }

        default @Nullable String reason(LeadRun run, At at, Decision decision) {
            return decision.reason().orElse(null);
        }

        default @Nullable End end(LeadRun run, @Nullable String reason) {
            return null;
        }
    }

    /** Goes on with the next step. */
    public record Continue() implements Action {
        @Override
        public String word() {
            return "continue";
        }
    }

    /** Goes on at a later step. */
    public record SkipTo(StepPlan target) implements Action {
        @Override
        public String word() {
            return "skip";
        }

        @Override
        public StepPlan next(FilterPlan filter) {
            return target;
        }

        @Override
        public String nextId(FilterPlan filter) {
            return target.id();
        }
    }

    /**
     * Ends the journey.
     *
     * @param outcomeOf the step whose outcome the lead gets; null for {@code outcome}
     * @param reason what the source is told; null for what the step or the rules say
     */
    public record Stop(
            Outcome outcome,
            @Nullable String outcomeOf,
            @Nullable ReasonText reason) implements Action {
        @Override
        public String word() {
            return "stop";
        }

        @Override
        public boolean stops() {
            return true;
        }

        @Override
        public @Nullable String reason(LeadRun run, At at, Decision decision) {
            if (reason != null) {
                return reason.render(run.scope(), at);
            }
            return decision.reason().orElse(null);
        }

        @Override
        public End end(LeadRun run, @Nullable String why) {
            Outcome end = outcomeOf == null ? outcome : StepOutcome.in(run.scope(), outcomeOf);
            return End.stopped(end == Outcome.SKIP ? Outcome.FAILURE : end, end == Outcome.SUCCESS ? null : why);
        }
    }
}
