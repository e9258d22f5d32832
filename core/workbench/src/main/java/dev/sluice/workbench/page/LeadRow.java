package dev.sluice.workbench.page;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.Bool;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One lead as the table shows it.
 *
 * @param outcome how it ended: {@code rejected}, an outcome, or {@code open}
 * @param reason why; empty where there is none
 * @param buyers who took it
 * @param cost what was paid for it; empty where nothing was told
 * @param revenue what it brought
 * @param failures how many of its events failed
 */
record LeadRow(
        Instant at,
        String id,
        String flow,
        String source,
        boolean test,
        String outcome,
        String reason,
        Set<String> buyers,
        Optional<BigDecimal> cost,
        Optional<BigDecimal> revenue,
        int events,
        int failures) {

    static LeadRow of(List<Event> events) {
        Event first = events.get(0);
        Event end = events.stream().filter(LeadRow::isEnd).findFirst().orElse(first);
        Set<String> buyers = new LinkedHashSet<>();
        events.stream().filter(LeadRow::isSale).forEach(event -> event.step().ifPresent(buyers::add));
        return new LeadRow(
                first.at(),
                first.leadId(),
                first.context().flow(),
                first.context().source(),
                first.context().test(),
                outcome(end),
                end.reason().orElse(""),
                buyers,
                end.cost(),
                end.revenue(),
                events.size(),
                (int) events.stream().filter(LeadRow::failed).count());
    }

    /** Messages of one's own are no sales. */
    private static boolean isSale(Event event) {
        return event.type().equals(EventType.RECIPIENT_DELIVERED)
                && !event.facts().get("billable").equals(Bool.FALSE);
    }

    private static boolean isEnd(Event event) {
        return event.type().equals(EventType.FLOW_COMPLETED) || event.type().equals(EventType.SOURCE_REJECTED);
    }

    private static String outcome(Event end) {
        if (end.type().equals(EventType.SOURCE_REJECTED)) {
            return "rejected";
        }
        return isEnd(end) ? end.outcome().map(Outcome::text).orElse("success") : "open";
    }

    private static boolean failed(Event event) {
        return event.outcome()
                .filter(outcome -> outcome == Outcome.FAILURE || outcome == Outcome.ERROR)
                .isPresent();
    }
}
