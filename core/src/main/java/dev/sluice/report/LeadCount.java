package dev.sluice.report;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.event.Recipients;
import dev.sluice.report.Measure.Amount;
import dev.sluice.report.Measure.Span;
import dev.sluice.types.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the events of one lead, ping or batch into the groups that they belong to, and into the total. */
final class LeadCount {
    /** Types of which more is counted than that a lead had them. */
    static final Set<EventType> COUNTED = Stream.of(
                    "source.submitted",
                    "source.accepted",
                    "source.rejected",
                    "enhancement.success",
                    "enhancement.failure",
                    "enhancement.error",
                    "recipient.delivered",
                    "recipient.failed",
                    "recipient.error",
                    "recipient.unknown",
                    "delivery.settled",
                    "cap.reached",
                    "flow.completed",
                    "ping.received",
                    "feedback.processed",
                    "feedback.sent")
            .map(EventType::named)
            .collect(Collectors.toUnmodifiableSet());

    private final List<Event> events;
    private final Scope lead;
    private final Groups groups;
    private final Recipients buyers;
    private final Deliveries deliveries;
    private final Set<Tally> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Tally> deliveredTo = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * @param events at least one, in order
     * @param lead the data that fields are read from
     */
    LeadCount(List<Event> events, Scope lead, Recipients buyers, Groups groups) {
        this.events = events;
        this.lead = lead;
        this.groups = groups;
        this.buyers = buyers;
        this.deliveries = Deliveries.of(events, buyers);
    }

    void count() {
        Event previous = null;
        for (Event event : events) {
            Event last = previous;
            into(event, tally -> {
                if (met.add(tally) && event.stream().isLead()) {
                    tally.add(Measure.LEADS);
                }
                elapsed(tally, last, event);
                EventCount.count(tally, event);
                among(tally, event);
            });
            previous = event;
        }
        deliveries.chains().forEach(chain -> into(chain.last(), chain::count));
        corrected();
    }

    /** The group of an event, if it has one, and the total. */
    private void into(Event event, Consumer<Tally> counting) {
        Tally group = groups.of(event, lead, buyers);
        if (group != null) {
            counting.accept(group);
            counting.accept(groups.total());
        }
    }

    /** What happens later than the journey is not part of the time that it takes. */
    private static void elapsed(Tally tally, @Nullable Event previous, Event event) {
        if (previous == null || event.type().family().equals("feedback")) {
            return;
        }
        if (!previous.type().text().equals("flow.completed")) {
            tally.add(Span.ELAPSED, Duration.between(previous.at(), event.at()).toMillis());
        }
    }

    /** What an event counts for among the others of its lead. */
    private void among(Tally tally, Event event) {
        switch (event.type().text()) {
            case "recipient.delivered" -> delivered(tally, event);
            case "flow.completed" -> completed(tally, event);
            default -> {
                // Counts by itself only.
            }
        }
    }

    private void delivered(Tally tally, Event event) {
        if (deliveredTo.add(tally)) {
            tally.add(Measure.DELIVERED_LEADS);
        }
        if (deliveries.isFirst(event)) {
            tally.add(Measure.DELIVERED);
        }
    }

    private void completed(Tally tally, Event event) {
        Event first = events.get(0);
        if (first.seq() == 1) {
            tally.add(Span.TOTAL, Duration.between(first.at(), event.at()).toMillis());
        }
    }

    /** What completion changed of the price (a share of the revenue; nothing for a lead that failed) counts where it was accepted. */
    private void corrected() {
        Event accepted = last("source.accepted");
        Event completed = last("flow.completed");
        if (accepted != null && completed != null) {
            BigDecimal change = completed
                    .cost()
                    .orElse(BigDecimal.ZERO)
                    .subtract(accepted.cost().orElse(BigDecimal.ZERO));
            if (change.signum() != 0) {
                into(accepted, tally -> tally.add(Amount.PURCHASES, change));
            }
        }
    }

    private @Nullable Event last(String type) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).type().text().equals(type)) {
                return events.get(i);
            }
        }
        return null;
    }
}
