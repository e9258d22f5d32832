package dev.sluice.internal.step;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.Recovery;
import dev.sluice.internal.Calls;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.LogContext;
import dev.sluice.internal.Offer;
import dev.sluice.internal.gate.Inquiry;
import dev.sluice.internal.mapping.MappingFaults;
import dev.sluice.internal.record.StepOutcome;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The look-up of an enhancement for one lead: the intent, the question, what became of it. */
final class LookUpErrand implements Errand {
    private static final Shape FACTS =
            Shape.of("integration", "key", "cache_hit", "fault", "request_digest", "recovered");

    private static final Enrichment CUT_OFF =
            new Enrichment(Outcome.UNKNOWN, Offer.CUT_OFF, Obj.EMPTY, BigDecimal.ZERO, false);

    private final LeadRun run;
    private final EnhancementPlan plan;
    private final At at;
    private final MappingFaults faults = new MappingFaults();
    private final @Nullable Event recorded;
    private final boolean recovered;
    private Inquiry.Answer answer = Inquiry.Answer.of(Enrichment.error("Not asked in a preview"));

    LookUpErrand(LeadRun run, EnhancementPlan plan) {
        this.run = run;
        this.plan = plan;
        this.at = run.at();
        this.recorded = run.past().ended(plan.id()).orElse(null);
        this.recovered = run.past().intent(plan.id()).isPresent();
    }

    @Override
    public boolean prepare() {
        if (recorded != null) {
            return false;
        }
        run.data().withoutRecipient();
        if (recovered && plan.step().recovery() == Recovery.ASK) {
            answer = Inquiry.Answer.of(CUT_OFF);
            return false;
        }
        if (isExternal() && !recovered) {
            LogContext.event(
                    run.add(run.event(EventType.ENHANCEMENT_ATTEMPT, at).step(plan.id())));
            run.expect(plan.service().timeout());
            run.write();
        }
        return !run.isPreview() || effect() == Effect.NONE;
    }

    @Override
    public boolean isExternal() {
        return effect() == Effect.EXTERNAL && !run.isPreview();
    }

    private Effect effect() {
        return plan.service().enricher().effect();
    }

    @Override
    public Calls.Call<Runnable> call() {
        run.data().withoutRecipient();
        Inquiry inquiry = new Inquiry(plan.service(), run, plan.mapping().map(run.scope(), at, faults), at);
        Deadline deadline = Deadline.in(plan.service().timeout(), run.clock()::nanos);
        String refusal = run.data().isErased() ? "The lead was erased" : faults.refusal();
        return refusal == null
                ? inquiry.call(deadline).map(given -> () -> answer = given)
                : notAsked(Inquiry.Answer.of(Enrichment.error(refusal)), deadline);
    }

    private Calls.Call<Runnable> notAsked(Inquiry.Answer why, Deadline deadline) {
        return Calls.Call.of(() -> () -> answer = why, deadline, begun -> () -> answer = why);
    }

    @Override
    public Outcome finish() {
        if (recorded != null) {
            run.retrace(recorded);
            return recorded.outcome().orElse(Outcome.ERROR);
        }
        run.data().withoutRecipient();
        EnhancementStep step = plan.step();
        Enrichment given = answer.enrichment();
        run.data().append(step.key(), given.data());
        run.data().append(step.key(), StepOutcome.of(given.outcome(), given.reason()));
        run.data().stepEnded(plan.id(), given.outcome(), given.reason());
        run.spend(given.cost());
        run.add(event(step, given));
        return given.outcome();
    }

    private Event.Builder event(EnhancementStep step, Enrichment given) {
        return run.event(type(given.outcome()), run.at())
                .step(plan.id())
                .entity(
                        step.entity() == null
                                ? run.source().entityId()
                                : step.entity().id())
                .outcome(given.outcome())
                .reason(given.reason())
                .cost(given.cost())
                .durationMs(answer.millis())
                .facts(facts(step, given))
                .detail(answer.detail().merge(faults.detail()))
                .next(plan.nextId());
    }

    private Obj facts(EnhancementStep step, Enrichment given) {
        Value cached = given.cached() ? Bool.TRUE : Missing.MISSING;
        Value fault = answer.fault() == null ? Missing.MISSING : new Text(answer.fault());
        Value again = recovered ? Bool.TRUE : Missing.MISSING;
        return Obj.of(FACTS, new Text(step.enricher()), new Text(step.key()), cached, fault, answer.digest(), again);
    }

    private static EventType type(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> EventType.ENHANCEMENT_SUCCESS;
            case FAILURE, SKIP -> EventType.ENHANCEMENT_FAILURE;
            case ERROR, UNKNOWN -> EventType.ENHANCEMENT_ERROR;
        };
    }
}
