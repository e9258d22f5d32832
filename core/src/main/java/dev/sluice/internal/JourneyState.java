package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.RecipientStep;
import dev.sluice.internal.record.Chain;
import dev.sluice.internal.record.End;
import dev.sluice.internal.record.Past;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a lead has come, by its events alone: what is behind it, and what was begun and not ended. The events are the
 * program counter: each that ends a step names the next.
 *
 * @param events all of them; the first is the lead's submission
 * @param accepted the one that took the lead; null before
 * @param ended those since then that are behind the lead, up to the last that ended a step, and all behind the last step
 * @param past those of the stage or the step that the lead is at
 * @param next the step that the lead is at, or {@link Steps#END}; null before acceptance
 * @param over the last event, after which nothing follows; null while the lead is on its way
 */
public record JourneyState(
        List<Event> events,
        @Nullable Event accepted,
        List<Event> ended,
        Past past,
        @Nullable String next,
        @Nullable Event over) {
    private static final Set<EventType> DELIVERIES = Set.of(
            EventType.RECIPIENT_DELIVERED,
            EventType.RECIPIENT_FAILED,
            EventType.RECIPIENT_ERROR,
            EventType.RECIPIENT_UNKNOWN,
            EventType.DELIVERY_SETTLED);

    /** The state after these events of one lead, from its first. */
    public static JourneyState fold(List<Event> events) {
        Folding folding = new Folding();
        events.stream().skip(1).forEach(folding::take);
        return folding.state(events);
    }

    /** The lead's submission; empty when nothing of it is recorded. */
    public Optional<Event> submitted() {
        return events.stream().findFirst().filter(event -> event.type().equals(EventType.SOURCE_SUBMITTED));
    }

    /** How the steps ended; reached while none of them has stopped the lead. */
    End end() {
        Event last = ended.stream()
                .filter(event -> event.next().filter(Steps.END::equals).isPresent())
                .findFirst()
                .orElse(null);
        Value stopped = last == null ? Value.missing() : last.facts().get("lead_outcome");
        if (last == null || stopped.isMissing()) {
            return End.REACHED;
        }
        Outcome outcome = Outcome.named(stopped.text()).orElse(Outcome.ERROR);
        return End.stopped(
                outcome, outcome == Outcome.SUCCESS ? null : last.reason().orElse(null));
    }

    /** What became of each recipient so far, in order. */
    List<DeliveryReport> deliveries(Map<String, RecipientStep> recipients) {
        List<DeliveryReport> reports = List.of();
        for (Event event : events) {
            DeliveryReport report = delivery(event, recipients).orElse(null);
            reports = report == null ? reports : with(reports, report);
        }
        return reports;
    }

    /** The reports with a further one, which takes the place of the one that said that the delivery is queued. */
    static List<DeliveryReport> with(List<DeliveryReport> reports, DeliveryReport next) {
        if (reports.isEmpty()) {
            return List.of(next);
        }
        List<DeliveryReport> all = new ArrayList<>(reports);
        for (int i = 0; i < all.size(); i++) {
            DeliveryReport report = all.get(i);
            boolean open = report.isQueued() || report.outcome() == Outcome.UNKNOWN;
            if (open && report.recipient().equals(next.recipient())) {
                all.set(i, next);
                return all;
            }
        }
        all.add(next);
        return all;
    }

    /** The delivery that this event ended, or after which another try comes. */
    static Optional<DeliveryReport> delivery(Event event, Map<String, RecipientStep> recipients) {
        RecipientStep recipient = recipients.get(event.step().orElse(""));
        if (recipient == null || !DELIVERIES.contains(event.type())) {
            return Optional.empty();
        }
        if (Chain.goesOnAfter(event)) {
            return Optional.of(DeliveryReport.queued(recipient, event.reason().orElse(null)));
        }
        String reference = event.facts().get("reference").text();
        return Optional.of(DeliveryReport.recorded(
                recipient,
                event.outcome().orElse(Outcome.UNKNOWN),
                event.reason().orElse(null),
                event.revenue().orElse(BigDecimal.ZERO),
                reference.isEmpty() ? null : reference));
    }

    /** Reads events one after the other. */
    private static final class Folding {
        private final List<Event> ended = new ArrayList<>();
        private final List<Event> begun = new ArrayList<>();
        private @Nullable Event accepted;
        private @Nullable Event over;
        private @Nullable String next;

        void take(Event event) {
            if (event.type().equals(EventType.SOURCE_ACCEPTED)) {
                accepted = event;
                goOn(event);
            } else if (event.type().equals(EventType.SOURCE_REJECTED)
                    || event.type().equals(EventType.FLOW_COMPLETED)) {
                over = event;
            } else if (over != null || Steps.END.equals(next)) {
                ended.add(event);
            } else {
                begun.add(event);
                if (accepted != null && event.next().isPresent() && event.step().equals(Optional.ofNullable(next))) {
                    ended.addAll(begun);
                    goOn(event);
                }
            }
        }

        private void goOn(Event event) {
            begun.clear();
            next = event.next().orElse(Steps.END);
        }

        JourneyState state(List<Event> events) {
            return new JourneyState(List.copyOf(events), accepted, List.copyOf(ended), new Past(begun), next, over);
        }
    }
}
