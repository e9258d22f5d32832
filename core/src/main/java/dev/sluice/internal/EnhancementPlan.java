package dev.sluice.internal;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
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
    private static final Shape FACTS = Shape.of("integration", "key", "cache_hit");

    private final EnhancementStep step;
    private final Enricher enricher;
    private final OutboundMapping mapping;

    EnhancementPlan(Position position, EnhancementStep step, Enricher enricher, OutboundMapping mapping) {
        super(position);
        this.step = step;
        this.enricher = enricher;
        this.mapping = mapping;
    }

    @Override
    Way perform(LeadRun run, At at) {
        if (run.isPreview() && enricher.effect() != Effect.NONE) {
            return record(run, at, 0, Enrichment.error("Not asked in a preview"), Obj.EMPTY);
        }
        if (enricher.effect() == Effect.EXTERNAL) {
            intend(run, at);
        }
        MappingFaults faults = new MappingFaults();
        Obj input = mapping.map(run.scope(), at, faults);
        long started = run.clock().nanos();
        PluginFault.Answer<Enrichment> answer = ask(run, at, input);
        return record(
                run,
                at,
                run.clock().millisSince(started),
                answer.value(),
                answer.detail().merge(faults.detail()));
    }

    private void intend(LeadRun run, At at) {
        LogContext.event(run.add(run.event(EventType.ENHANCEMENT_ATTEMPT, at).step(id())));
        run.write();
        run.awaitDurable();
    }

    private PluginFault.Answer<Enrichment> ask(LeadRun run, At at, Obj input) {
        Deadline deadline = Deadline.in(step.timeout(), run.clock()::nanos);
        EnrichmentRequest request =
                new EnrichmentRequest(input, step.config(), run.leadId(), at, deadline, run.isTest());
        return PluginFault.guard(step.enricher(), () -> enricher.enrich(request), fault -> Enrichment.error(fault));
    }

    private Way record(LeadRun run, At at, long millis, Enrichment answer, Obj detail) {
        run.append(step.key(), answer.data());
        run.append(step.key(), StepOutcome.of(answer.outcome(), answer.reason()));
        run.stepEnded(id(), answer.outcome(), answer.reason());
        Value cached = answer.cached() ? Bool.TRUE : Missing.MISSING;
        Obj facts = Obj.of(FACTS, new Text(step.enricher()), new Text(step.key()), cached);
        Event.Builder event = run.event(type(answer.outcome()), run.at())
                .step(id())
                .entity(
                        step.entity() == null
                                ? run.source().entityId()
                                : step.entity().id())
                .outcome(answer.outcome())
                .reason(answer.reason())
                .cost(answer.cost())
                .durationMs(millis)
                .facts(facts)
                .detail(detail)
                .next(nextId());
        run.spend(answer.cost());
        run.add(event);
        return onward();
    }

    private static EventType type(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> EventType.ENHANCEMENT_SUCCESS;
            case FAILURE, SKIP -> EventType.ENHANCEMENT_FAILURE;
            case ERROR, UNKNOWN -> EventType.ENHANCEMENT_ERROR;
        };
    }
}
