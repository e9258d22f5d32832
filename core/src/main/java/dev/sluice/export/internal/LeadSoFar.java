package dev.sluice.export.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A lead as its events up to some moment tell.
 *
 * @param events at least the first one
 */
record LeadSoFar(List<Event> events) {

    Event first() {
        return events.get(0);
    }

    Event last() {
        return events.get(events.size() - 1);
    }

    Scope snapshot() {
        return last().snapshot();
    }

    /** What ended it, or else what happened last. */
    Event decisive() {
        return of(EventType.FLOW_COMPLETED)
                .or(() -> of(EventType.SOURCE_REJECTED))
                .orElse(last());
    }

    String status() {
        if (of(EventType.SOURCE_REJECTED).isPresent()) {
            return "rejected";
        }
        return of(EventType.FLOW_COMPLETED).isPresent() ? "completed" : "open";
    }

    Optional<Outcome> outcome() {
        return status().equals("open") ? Optional.empty() : decisive().outcome();
    }

    Optional<Event> of(EventType type) {
        return events.stream().filter(event -> event.type().equals(type)).findFirst();
    }

    Stream<Event> delivered() {
        return events.stream().filter(event -> event.type().equals(EventType.RECIPIENT_DELIVERED));
    }

    /** What acceptance and look-ups cost; the sum that completion tells is not counted again. */
    BigDecimal cost() {
        return sum(Event::cost);
    }

    BigDecimal revenue() {
        return sum(Event::revenue);
    }

    private BigDecimal sum(Function<Event, Optional<BigDecimal>> amount) {
        return events.stream()
                .filter(event -> !event.type().equals(EventType.FLOW_COMPLETED))
                .map(amount)
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
