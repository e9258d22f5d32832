package dev.sluice.internal;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.record.Chain;
import dev.sluice.internal.record.StepOutcome;
import dev.sluice.store.Holder;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a lead to a recipient: the key that it goes under, and the events that tell of it.
 *
 * @param generation which delivery to its recipient it is, from 1
 * @param key lead, step and generation: the same over every retry
 * @param at the moment of the stage that it belongs to
 * @param nextId where the journey goes on after it
 */
record Handover(LeadRun run, RecipientPlan recipient, int generation, String key, At at, String nextId) {
    Handover(LeadRun run, RecipientPlan recipient, int generation, At at, String nextId) {
        this(run, recipient, generation, key(run.leadId(), recipient.id(), generation), at, nextId);
    }

    static String key(String leadId, String step, int generation) {
        return leadId + ":" + step + ":" + generation;
    }

    /** Who holds what the delivery takes under caps. */
    Holder holder() {
        return new Holder(run.plan().account(), key);
    }

    /** Who holds what it takes for the lead. */
    Holder leadHolder() {
        return new Holder(run.plan().account(), key + ":lead");
    }

    /** Whether it leaves this process, so that its intent must be durable first. */
    boolean isExternal() {
        return recipient.plugin().effect() == Effect.EXTERNAL && !run.isPreview();
    }

    /** An event of the delivery. */
    Event.Builder event(Event.Builder begun) {
        return recipient.event(run, begun, generation);
    }

    /** An event of the try {@code attempt}, now. */
    Event.Builder tried(EventType type, int attempt) {
        return event(run.event(type, run.at())).attempt(attempt);
    }

    /** How the try {@code attempt} came out, as the last. */
    Event.Builder ended(Outcome outcome, int attempt) {
        return tried(type(outcome), attempt).outcome(outcome);
    }

    private static EventType type(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> EventType.RECIPIENT_DELIVERED;
            case FAILURE, SKIP -> EventType.RECIPIENT_FAILED;
            case ERROR -> EventType.RECIPIENT_ERROR;
            case UNKNOWN -> EventType.RECIPIENT_UNKNOWN;
        };
    }

    /** Puts the recipient's answer where later steps read it. */
    void answered(DeliveryResult result, @Nullable String reason) {
        Obj answered = result.appended().merge(StepOutcome.of(result.outcome(), reason));
        run.data()
                .stepEnded(
                        recipient.id(),
                        result.outcome(),
                        reason,
                        recipient.step().key(),
                        answered);
    }

    /** The recipient is not asked. */
    void passedOver(String reason) {
        run.add(event(run.event(EventType.RECIPIENT_FAILED, at))
                .outcome(Outcome.SKIP)
                .reason(reason)
                .facts(Obj.EMPTY.with("buyer", new Text(recipient.step().recipientName())))
                .next(nextId));
    }

    /** The try {@code attempt} begins, after others. */
    void retried(int attempt) {
        run.add(tried(EventType.RETRY_ATTEMPTED, attempt)
                .facts(Obj.EMPTY.with("trigger", new Text("automatic")).with("retry_status", new Text("started"))));
    }

    /**
     * The try {@code attempt} is planned.
     *
     * @param error how the last one broke
     * @param next where the lead goes on; null when it waits
     */
    Event scheduled(int attempt, Event error, Duration wait, @Nullable String next) {
        Instant due = run.clock().wall().plus(wait).truncatedTo(ChronoUnit.MILLIS);
        Event.Builder event = tried(EventType.RETRY_SCHEDULED, attempt)
                .reason(error.reason().orElse(null))
                .facts(Obj.EMPTY
                        .with("original_event_id", new Text(error.id()))
                        .with("trigger", new Text("automatic"))
                        .with("retry_status", new Text("scheduled"))
                        .with(Chain.DELAY, Num.of(wait.toMillis()))
                        .with(Chain.DUE, new Text(due.toString())));
        return run.add(next == null ? event : event.next(next));
    }
}
