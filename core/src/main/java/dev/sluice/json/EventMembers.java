package dev.sluice.json;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What events of several types have in common beyond the core fields; each member only where it says something. */
final class EventMembers {
    private EventMembers() {}

    static void common(Event event, Map<String, Value> all) {
        all.put("seq", Value.number(event.seq()));
        all.put("account_id", Value.text(event.stream().account()));
        all.put("flow_revision", Value.number(event.context().revision()));
        all.put("source_id", Value.text(event.context().source()));
        event.step().ifPresent(step -> all.put("step_id", Value.text(step)));
        if (event.generation() > 0) {
            all.put("generation", Value.number(event.generation()));
            all.put("attempt", Value.number(event.attempt()));
        }
        if (event.context().test()) {
            all.put("test", Value.bool(true));
        }
        outcome(event, all);
        money(event, all);
        if (event.type().equals(EventType.SOURCE_ACCEPTED) || event.type().equals(EventType.SOURCE_REJECTED)) {
            all.put("validation", event.validation());
        }
    }

    private static void outcome(Event event, Map<String, Value> all) {
        event.outcome().ifPresent(outcome -> all.put("outcome", Value.text(outcome.text())));
        event.reason().ifPresent(reason -> all.put("reason", Value.text(reason)));
        if (event.outcome().isPresent() || event.durationMs() > 0) {
            all.put("duration_ms", Value.number(event.durationMs()));
        }
    }

    private static void money(Event event, Map<String, Value> all) {
        price(event).ifPresent(price -> all.put("price", Value.number(price)));
        event.cost().ifPresent(cost -> all.put("cost", Value.number(cost)));
        event.revenue().ifPresent(revenue -> all.put("revenue", Value.number(revenue)));
    }

    /** What the event is about: what a recipient pays, or what a source gets. */
    private static Optional<BigDecimal> price(Event event) {
        return switch (event.type().family()) {
            case "recipient" -> event.revenue();
            case "source" -> event.cost();
            default -> Optional.empty();
        };
    }
}
