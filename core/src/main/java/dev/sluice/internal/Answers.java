package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.Reply;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.store.NotOwnerException;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
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
                .replyLater(new Made(run.source().response(), data, told, at))
                .explanation(new Words(events, run.plan().recall()))
                .build();
    }

    /** What the source is told, once somebody asks. */
    private record Made(ResponsePlan response, Scope data, Told told, At at) implements Supplier<Reply> {
        @Override
        public Reply get() {
            return response.reply(data, told, at);
        }
    }

    /** The lead's way in words, once somebody asks. */
    private record Words(List<Event> events, Recall recall) implements Supplier<String> {
        @Override
        public String get() {
            return Explanation.of(events, recall);
        }
    }
}
