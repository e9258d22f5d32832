package dev.sluice;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** What a resumed process could fail to see of the events: bugs that the cuts must find. */
enum Forgetting {
    NOTHING(event -> event),
    /** What a delivery or the lead itself holds under caps. */
    HOLDS(event -> copy(event).fact("caps", Value.missing()).build()),
    /** How steps ended, which rules of later steps read. */
    OUTCOMES(event -> copy(event)
            .snapshot(
                    event.snapshot().with(Section.STEPS, Obj.EMPTY),
                    event.before().orElse(null))
            .build()),
    /** Which step comes next, after anything but a recipient. */
    NEXT(event ->
            event.type().equals(EventType.ROUTE_TAKEN) ? copy(event).next(null).build() : event),
    /** What deliveries have earned. */
    REVENUE(event -> copy(event).revenue(BigDecimal.ZERO).build()),
    /** What look-ups have cost. */
    COSTS(event ->
            event.type().family().equals("enhancement") ? copy(event).cost(null).build() : event),
    /** That the lead was promised a share. */
    TERMS(event -> copy(event).fact("pricing", Value.missing()).build()),
    /** Who was passed over by a plan. */
    PASSED_OVER(event -> copy(event).fact("passed", Value.missing()).build()),
    /** What was bid. */
    BIDS(event -> copy(event).fact("bids", Value.missing()).build()),
    /** That a delivery may have arrived. */
    UNKNOWN(event -> event.outcome().filter(Outcome.UNKNOWN::equals).isPresent()
            ? copy(event).outcome(Outcome.FAILURE).build()
            : event),
    /** Who is still to be asked after a settled failure. */
    BEHIND(event -> copy(event).fact("offered_to", Value.missing()).build()),
    /** That a filter stopped the lead. */
    STOPS(event -> copy(event).fact("lead_outcome", Value.missing()).build());

    private final UnaryOperator<Event> seen;

    Forgetting(UnaryOperator<Event> seen) {
        this.seen = seen;
    }

    Event seen(Event event) {
        return seen.apply(event);
    }

    private static Event.Builder copy(Event event) {
        return Event.of(event.stream(), event.seq(), event.type(), event.at())
                .context(event.context())
                .step(event.step().orElse(null))
                .entity(event.entity().orElse(null))
                .generation(event.generation())
                .attempt(event.attempt())
                .outcome(event.outcome().orElse(null))
                .reason(event.reason().orElse(null))
                .cost(event.cost().orElse(null))
                .revenue(event.revenue().orElse(null))
                .durationMs(event.durationMs())
                .next(event.next().orElse(null))
                .snapshot(event.snapshot(), event.before().orElse(null))
                .facts(event.facts())
                .detail(event.detail())
                .input(event.input().orElse(null));
    }
}
