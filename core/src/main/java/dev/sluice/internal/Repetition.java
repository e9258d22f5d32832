package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.Refusal;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import java.math.BigDecimal;
import java.util.List;

/** Answers a submission key that was used before, from what was recorded of the lead that has it. */
final class Repetition {
    private Repetition() {}

    static Submission answer(LeadRun run, SubmissionKeys.Earlier earlier) {
        if (!earlier.sameContent()) {
            return Submission.conflict();
        }
        if (earlier.over()) {
            return Submission.refused(Refusal.SUBMISSION_KEY_EXPIRED);
        }
        JourneyState state = JourneyState.fold(run.recorded(earlier.leadId()));
        return state.over() == null ? Submission.inProgress(earlier.leadId()) : repeated(run, state, state.over());
    }

    private static Submission repeated(LeadRun run, JourneyState state, Event last) {
        Outcome outcome = last.outcome().orElse(Outcome.ERROR);
        boolean taken = last.type().equals(EventType.FLOW_COMPLETED);
        BigDecimal price = taken ? last.cost().orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
        List<Event> events = state.events();
        List<DeliveryReport> deliveries = state.deliveries(run.plan().recipients());
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
}
