package dev.sluice.feedback;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import java.util.List;

/** Where a lead stands, from its events. What happened to it is never changed by feedback; this view is. */
public enum LeadStatus {
    /** It has no events. */
    UNKNOWN,
    /** On its way. */
    IN_PROGRESS,
    REJECTED,
    /** Accepted, and its flow ended well. */
    ACCEPTED,
    /** Accepted, and its flow did not end well. */
    FAILED,
    CONVERTED,
    RETURNED;

    static LeadStatus of(List<Event> events) {
        LeadStatus status = events.isEmpty() ? UNKNOWN : IN_PROGRESS;
        for (Event event : events) {
            status = switch (event.type().text()) {
                case "source.rejected" -> REJECTED;
                case "flow.completed" ->
                    event.outcome().filter(Outcome.SUCCESS::equals).isPresent() ? ACCEPTED : FAILED;
                case "feedback.processed" -> after(event, status);
                default -> status;
            };
        }
        return status;
    }

    private static LeadStatus after(Event feedback, LeadStatus before) {
        return switch (feedback.facts().get("feedback").part("type").text()) {
            case FeedbackItem.CONVERSION -> CONVERTED;
            case FeedbackItem.RETURN -> RETURNED;
            default -> before;
        };
    }
}
