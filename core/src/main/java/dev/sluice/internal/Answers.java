package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.store.NotOwnerException;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the end of a run into what the host is told, once it is durable. */
public final class Answers {
    private Answers() {}

    /** What an answer says beside the lead's data. */
    record Told(
            Outcome outcome,
            @Nullable String reason,
            BigDecimal price,
            List<DeliveryReport> deliveries,
            List<Event> events) {}

    static Submission answer(LeadRun run, Outcome outcome, @Nullable String reason, BigDecimal price) {
        try {
            run.awaitDurable();
        } catch (StoreUnavailableException unavailable) {
            return Submission.unsettled(run.leadId(), unavailable);
        } catch (NotOwnerException taken) {
            return Submission.inProgress(run.leadId());
        }
        List<Event> events = run.journal().events();
        Scope data = run.scope();
        At at = run.last();
        Told told = new Told(outcome, reason, price, run.sales().deliveries(), events);
        Submission.Builder answer = run.sales().isQueued()
                ? Submission.queued(run.leadId(), outcome)
                : Submission.answered(run.leadId(), outcome);
        return answer.reason(reason)
                .price(price)
                .revenue(run.sales().revenue())
                .deliveries(run.sales().deliveries())
                .events(events)
                .replyLater(() -> run.source().response().reply(data, told, at))
                .explanation(() -> Explanation.of(events, run.plan().recall()))
                .build();
    }
}
