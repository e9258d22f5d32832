package dev.sluice.internal;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;

/** Looks something up and appends the answer. A lead goes on whatever the answer is. */
final class EnhancementPlan extends StepPlan {
    private static final Shape FACTS = Shape.of("integration", "key", "cache_hit", "fault");

    private final EnhancementStep step;
    private final Inquiry.Service service;
    private final OutboundMapping mapping;

    EnhancementPlan(Position position, EnhancementStep step, Inquiry.Service service, OutboundMapping mapping) {
        super(position);
        this.step = step;
        this.service = service;
        this.mapping = mapping;
    }

    @Override
    Way perform(LeadRun run, At at) {
        Effect effect = service.enricher().effect();
        if (run.isPreview() && effect != Effect.NONE) {
            return record(run, Inquiry.Answer.of(Enrichment.error("Not asked in a preview")), Obj.EMPTY);
        }
        if (effect == Effect.EXTERNAL) {
            intend(run, at);
        }
        MappingFaults faults = new MappingFaults();
        Inquiry inquiry = new Inquiry(service, run, mapping.map(run.scope(), at, faults), at);
        Deadline deadline = Deadline.in(service.timeout(), run.clock()::nanos);
        return record(run, run.plan().calls().one(run, inquiry.call(deadline)), faults.detail());
    }

    private void intend(LeadRun run, At at) {
        LogContext.event(run.add(run.event(EventType.ENHANCEMENT_ATTEMPT, at).step(id())));
        run.write();
        run.awaitDurable();
    }

    private Way record(LeadRun run, Inquiry.Answer given, Obj faults) {
        Enrichment answer = given.enrichment();
        run.append(step.key(), answer.data());
        run.append(step.key(), StepOutcome.of(answer.outcome(), answer.reason()));
        run.stepEnded(id(), answer.outcome(), answer.reason());
        Event.Builder event = run.event(type(answer.outcome()), run.at())
                .step(id())
                .entity(
                        step.entity() == null
                                ? run.source().entityId()
                                : step.entity().id())
                .outcome(answer.outcome())
                .reason(answer.reason())
                .cost(answer.cost())
                .durationMs(given.millis())
                .facts(facts(given))
                .detail(given.detail().merge(faults))
                .next(nextId());
        run.spend(answer.cost());
        run.add(event);
        return onward();
    }

    private Obj facts(Inquiry.Answer given) {
        Value cached = given.enrichment().cached() ? Bool.TRUE : Missing.MISSING;
        Value fault = given.fault() == null ? Missing.MISSING : new Text(given.fault());
        return Obj.of(FACTS, new Text(step.enricher()), new Text(step.key()), cached, fault);
    }

    private static EventType type(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> EventType.ENHANCEMENT_SUCCESS;
            case FAILURE, SKIP -> EventType.ENHANCEMENT_FAILURE;
            case ERROR, UNKNOWN -> EventType.ENHANCEMENT_ERROR;
        };
    }
}
