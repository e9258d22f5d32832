package dev.sluice.export.firehose;

import dev.sluice.Time;
import dev.sluice.delivery.Deadline;
import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.export.internal.Patience;
import dev.sluice.export.internal.Place;
import dev.sluice.export.internal.Source;
import dev.sluice.json.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One stream on its way. A batch is fixed in the store before it leaves, and the place in the log moves on in the write that
 * says what became of it: a crash in between sends the very same batch again, and never skips one.
 */
final class HoseRun {
    /** How soon an idle stream looks again. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Hoses hoses;
    private final FirehoseStream stream;
    private final Source<Event> source;
    private final Reader reader;
    private final Patience patience;
    private final Time time;
    private Hose hose;

    HoseRun(Hoses hoses, FirehoseStream stream, Source<Event> source, Reader reader, Patience patience, Time time) {
        this.hoses = hoses;
        this.stream = stream;
        this.source = source;
        this.reader = reader;
        this.patience = patience;
        this.time = time;
        this.hose = hoses.find(stream.name());
    }

    /** Sends batches until there is none, one fails, or the time is up; then it is planned anew. */
    void run(Duration budget) {
        long end = time.nanos() + budget.toNanos();
        boolean goesOn = true;
        while (goesOn) {
            goesOn = step() && time.nanos() - end < 0;
        }
    }

    private boolean step() {
        Hose.Plan plan = hose.plan();
        return plan == null ? plan() : send(plan);
    }

    /** Fixes the next batch; one that is not full waits until its oldest event is old enough. */
    private boolean plan() {
        Collected next = collect();
        if (next.events.isEmpty()) {
            keep(hose.at(next.to()), IDLE, null);
            return false;
        }
        Duration age = Duration.between(next.events.get(0).at(), time.instant());
        if (!next.isFull && age.compareTo(stream.age()) < 0) {
            Duration left = stream.age().minus(age);
            keep(hose, left.compareTo(IDLE) < 0 ? left : IDLE, null);
            return false;
        }
        Event last = next.events.get(next.events.size() - 1);
        return keep(
                hose.with(new Hose.Plan(next.events.size(), next.to(), time.instant(), last.at())),
                Duration.ZERO,
                null);
    }

    private boolean send(Hose.Plan plan) {
        SinkResult result = send(events(hose.from(), plan.count()), hose.sequence(), plan.at());
        if (result instanceof SinkResult.Failed failed) {
            return failed(plan, failed);
        }
        return keep(hose.taken(plan), Duration.ZERO, null);
    }

    /** Events that have left the log since are not sent; a batch of nothing is through. */
    SinkResult send(List<Event> events, long sequence, Instant planned) {
        if (events.isEmpty()) {
            return SinkResult.taken();
        }
        Deadline deadline = Deadline.in(stream.timeout(), time::nanos);
        List<Event> seen = events.stream().map(reader::of).toList();
        SinkBatch batch = new SinkBatch(stream.name(), sequence, planned, seen, deadline);
        return patience.call(() -> stream.sink().take(batch), SinkResult::failed, SinkResult::failed);
    }

    private boolean failed(Hose.Plan plan, SinkResult.Failed failed) {
        Hose next = hose.failed(failed.reason());
        if (failed.retryable() && next.tries() < stream.tries()) {
            keep(next, stream.pause(next.tries()), null);
            return false;
        }
        DeadLetter letter =
                new DeadLetter(hose.dead() + 1, hose.sequence(), plan.count(), time.instant(), failed.reason(), false);
        return keep(next.buried(plan), Duration.ZERO, new Grave(letter, hose.from(), plan.at()));
    }

    /** Sends a dead letter again, as the batch that it was. */
    SinkResult redeliver(Grave grave) {
        List<Event> events = events(grave.from(), grave.letter().events());
        SinkResult result = send(events, grave.letter().sequence(), grave.planned());
        boolean kept = !(result instanceof SinkResult.Taken);
        while (!kept) {
            kept = keep(hose.redelivered(grave.letter().events()), null, grave.redelivered());
        }
        return result;
    }

    private List<Event> events(Place from, int count) {
        List<Event> events = new ArrayList<>(count);
        read(from, (row, event) -> {
            events.add(event);
            return events.size() < count;
        });
        return events;
    }

    private Collected collect() {
        Collected collected = new Collected();
        collected.to = read(hose.from(), collected);
        return collected;
    }

    private Place read(Place from, Source.Sink<Event> sink) {
        try {
            Place to = source.read(from, sink);
            return new Place(to.cursor(), to.passed(), false);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What fits into a batch. */
    private final class Collected implements Source.Sink<Event> {
        private final List<Event> events = new ArrayList<>();
        private long bytes;
        private boolean isFull;
        private @Nullable Place to;

        private Place to() {
            return to == null ? hose.from() : to;
        }

        @Override
        public boolean take(Event row, Event event) {
            events.add(event);
            bytes += stream.bytes() == Long.MAX_VALUE
                    ? 0
                    : EventJson.seenBy(reader).write(event).length();
            isFull = events.size() >= stream.events() || bytes >= stream.bytes();
            return !isFull;
        }
    }

    /** Where somebody else was faster, theirs holds, and nothing goes on here. */
    private boolean keep(Hose next, @Nullable Duration pause, @Nullable Grave grave) {
        Optional<Hose> kept = hoses.save(stream.name(), next, pause, grave);
        hose = kept.orElseGet(() -> hoses.find(stream.name()));
        return kept.isPresent();
    }
}
