package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.Refusal;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.RecipientStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers a submission key that was used before, from what was recorded of the lead that has it. */
final class Repetition {
    private static final Set<EventType> ENDS = Set.of(EventType.SOURCE_REJECTED, EventType.FLOW_COMPLETED);
    private static final Set<EventType> DELIVERIES = Set.of(
            EventType.RECIPIENT_DELIVERED,
            EventType.RECIPIENT_FAILED,
            EventType.RECIPIENT_ERROR,
            EventType.RECIPIENT_UNKNOWN);

    private Repetition() {}

    static Submission answer(LeadRun run, SubmissionKeys.Earlier earlier) {
        if (!earlier.sameContent()) {
            return Submission.conflict();
        }
        if (earlier.over()) {
            return Submission.refused(Refusal.SUBMISSION_KEY_EXPIRED);
        }
        List<Event> events = run.recorded(earlier.leadId());
        Event last = events.isEmpty() ? null : events.get(events.size() - 1);
        return last == null || !ENDS.contains(last.type())
                ? Submission.inProgress(earlier.leadId())
                : repeated(run, events, last);
    }

    private static Submission repeated(LeadRun run, List<Event> events, Event last) {
        Outcome outcome = last.outcome().orElse(Outcome.ERROR);
        boolean taken = last.type().equals(EventType.FLOW_COMPLETED);
        BigDecimal price = taken ? last.cost().orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
        List<DeliveryReport> deliveries = deliveries(run.plan(), events);
        Answers.Told told = new Answers.Told(outcome, last.reason().orElse(null), price, deliveries, events);
        return Submission.repeated(last.leadId(), outcome)
                .reason(told.reason())
                .price(price)
                .revenue(last.revenue().orElse(BigDecimal.ZERO))
                .deliveries(deliveries)
                .events(events)
                .reply(run.source().response().reply(last.snapshot(), told, run.at()))
                .explanation(() -> Explanation.of(events, run.plan().recall()))
                .build();
    }

    private static List<DeliveryReport> deliveries(FlowPlan plan, List<Event> events) {
        List<DeliveryReport> reports = new ArrayList<>();
        for (Event event : events) {
            RecipientStep recipient = plan.recipients().get(event.step().orElse(""));
            if (recipient != null && DELIVERIES.contains(event.type())) {
                String reference = event.facts().get("reference").text();
                reports.add(DeliveryReport.recorded(
                        recipient,
                        event.outcome().orElse(Outcome.UNKNOWN),
                        event.reason().orElse(null),
                        event.revenue().orElse(BigDecimal.ZERO),
                        reference.isEmpty() ? null : reference));
            }
        }
        return reports;
    }
}
