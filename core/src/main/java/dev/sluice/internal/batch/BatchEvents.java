package dev.sluice.internal.batch;

import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.TransportResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.batch.Progress.Begun;
import dev.sluice.store.StreamId;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Instant;

/** What the log says of a file. */
final class BatchEvents {
    private BatchEvents() {}

    static Event built(Step step, Begun begun) {
        return event(step, EventType.BATCH_BUILT, begun)
                .outcome(Outcome.SUCCESS)
                .build();
    }

    static Event sent(Step step, Begun begun, TransportResult.Delivered delivered, boolean archived) {
        return event(step, EventType.BATCH_SENT, begun)
                .outcome(Outcome.SUCCESS)
                .fact("place", Value.text(delivered.place()))
                .fact("already_there", Value.bool(delivered.alreadyThere()))
                .fact("archived", Value.bool(archived))
                .build();
    }

    static Event failed(Step step, Begun begun, TransportResult.Failed failed, Instant next) {
        return event(step, EventType.BATCH_FAILED, begun)
                .outcome(failed.mayHaveArrived() ? Outcome.UNKNOWN : Outcome.ERROR)
                .reason(failed.reason())
                .fact("next_at", Value.text(next.toString()))
                .build();
    }

    /** What a lead's own stream says of it; {@code place} behind its last event, from 1. */
    static Event arrived(StreamId lead, Arrival arrival, int place, Instant now) {
        Event queued = arrival.queued();
        Event last = arrival.last();
        return Event.of(lead, last.seq() + place, EventType.BATCH_DELIVERED, now)
                .context(last.context())
                .step(queued.step().orElse(null))
                .entity(queued.entity().orElse(null))
                .generation(queued.generation())
                .outcome(Outcome.SUCCESS)
                .snapshot(last.snapshot(), last.snapshot())
                .facts(Obj.EMPTY
                        .with("batch", Value.text(arrival.file().batch()))
                        .with("reference", Value.text(arrival.row().key()))
                        .with("row", Value.number(arrival.number()))
                        .with("file", Value.number(arrival.file().number()))
                        .with("name", Value.text(arrival.file().name()))
                        .with("sha256", Value.text(arrival.file().sha256()))
                        .with("original_event_id", Value.text(queued.id())))
                .build();
    }

    private static Event.Builder event(Step step, EventType type, Begun begun) {
        OpenFile file = begun.file();
        Obj facts = Obj.EMPTY
                .with("batch", Value.text(begun.batch().id()))
                .with("file", Value.text(begun.id()))
                .with("from", Value.number(file.from()))
                .with("to", Value.number(file.to()));
        if (file.isAgain()) {
            facts = facts.with("repeats", Value.number(file.repeats()));
        }
        Built built = file.built();
        return Event.of(step.keys().stream(), step.seq(), type, step.now())
                .attempt(file.attempts())
                .facts(built == null ? facts : facts.merge(built.tree()));
    }
}
