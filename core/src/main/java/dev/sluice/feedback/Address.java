package dev.sluice.feedback;

import dev.sluice.event.Event;
import dev.sluice.event.Recipients;
import dev.sluice.feedback.FeedbackAnswer.Problem;
import dev.sluice.store.Events;
import dev.sluice.store.StreamId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which delivery an item is about. */
final class Address {
    private static final String PREFIX = "evt_";

    private Address() {}

    /** The stream of the event with this id; empty when it is no id. */
    static Optional<StreamId> stream(String account, String eventId) {
        int end = eventId.lastIndexOf('_');
        boolean fits = eventId.startsWith(PREFIX) && end > PREFIX.length();
        return fits ? Optional.of(new StreamId(account, eventId.substring(PREFIX.length(), end))) : Optional.empty();
    }

    static Optional<Event> delivered(FeedbackItem item, List<Event> events) {
        return events.stream()
                .filter(event -> event.id().equals(item.eventId()))
                .findFirst();
    }

    /** Why nothing can be said of this delivery; then nothing is recorded. */
    static Optional<FeedbackAnswer> problem(FeedbackItem item, String recipient, List<Event> events, Events log) {
        Optional<Event> event = delivered(item, events);
        if (event.isEmpty()) {
            return no(Problem.UNKNOWN_EVENT, "No event of this account has the id", Optional.empty());
        }
        Optional<String> lead = event.map(Event::leadId);
        if (!event.get().type().text().equals("recipient.delivered")) {
            return no(Problem.NOT_DELIVERED, "The event is no delivery that succeeded", lead);
        }
        boolean own = recipient.equals("*") || names(event.get(), events).contains(recipient);
        if (!own) {
            return no(Problem.FOREIGN_EVENT, "The delivery was to another recipient", lead);
        }
        if (Forgotten.is(events, log)) {
            return no(Problem.ERASED, "The lead was erased", lead);
        }
        return has("flow.completed", events)
                ? Optional.empty()
                : no(Problem.IN_PROGRESS, "The lead is still on its way; try again later", lead);
    }

    /** Who got the lead: its entity, where it names one, and its step. */
    static List<String> names(Event delivered, List<Event> events) {
        Recipients recipients = new Recipients();
        events.forEach(recipients::see);
        return Stream.concat(recipients.of(delivered).stream(), delivered.step().stream())
                .distinct()
                .toList();
    }

    private static boolean has(String type, List<Event> events) {
        return events.stream().anyMatch(event -> event.type().text().equals(type));
    }

    private static Optional<FeedbackAnswer> no(Problem problem, String reason, Optional<String> lead) {
        return Optional.of(FeedbackAnswer.no(problem, reason, lead));
    }
}
