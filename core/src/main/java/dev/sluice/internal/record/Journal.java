package dev.sluice.internal.record;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.StreamId;
import dev.sluice.types.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of one lead in their order: numbers without gaps, times that never fall, each linked to the snapshot before
 * it. Knows which of them the store has been given. Used by one thread.
 */
public final class Journal {
    private final StreamId stream;
    private final Event.Context context;
    private final Set<String> secretNames;
    private final Set<String> personalNames;
    private Event[] events = new Event[8];
    private int size;
    private int written;
    private Additions additions = Additions.NONE;
    private Event.@Nullable Builder spare;

    /** @param personalNames fields that are private against what their types say */
    public Journal(StreamId stream, Event.Context context, Set<String> secretNames, Set<String> personalNames) {
        this.stream = stream;
        this.context = context;
        this.secretNames = secretNames;
        this.personalNames = personalNames;
    }

    /** Continues these events without changing them: what a decision drafts, which may have to be thrown away. */
    public final class Draft {
        private final List<Event> drafted = new ArrayList<>(2);

        public Event.Builder next(EventType type, Instant at) {
            return Journal.this.next(
                    type, at, drafted.size(), drafted.isEmpty() ? last() : drafted.get(drafted.size() - 1));
        }

        public Event add(Event.Builder builder, Scope snapshot) {
            Event event = build(builder, snapshot, drafted.isEmpty() ? lastSnapshot() : snapshotBefore());
            drafted.add(event);
            return event;
        }

        /** Adds an event whose snapshot is kept in full. */
        public Event addFull(Event.Builder builder, Scope snapshot) {
            Event event = build(builder, snapshot, null);
            drafted.add(event);
            return event;
        }

        private Scope snapshotBefore() {
            return drafted.get(drafted.size() - 1).snapshot();
        }

        public List<Event> events() {
            return drafted;
        }
    }

    public StreamId stream() {
        return stream;
    }

    /** Takes in what the store has of this lead. */
    public void resume(List<Event> recorded) {
        recorded.forEach(this::append);
        written = size;
    }

    private void append(Event event) {
        if (size == events.length) {
            events = Arrays.copyOf(events, 2 * size);
        }
        events[size++] = event;
    }

    /**
     * Takes in what others have added behind what the store was given; what it was not given comes behind that.
     *
     * @param recorded all that the store has of this lead
     * @return how many events are new
     */
    int catchUp(List<Event> recorded) {
        List<Event> waiting = unwritten();
        Scope before = lastWritten();
        List<Event> others = recorded.subList(written, recorded.size());
        events = Arrays.copyOf(events, events.length);
        size = written;
        resume(others);
        additions = additions.and(before, lastWritten());
        for (Event event : waiting) {
            append(event.behind(events[size - 1], additions.over(event.snapshot())));
        }
        return others.size();
    }

    private Scope lastWritten() {
        return written == 0 ? Scope.EMPTY : events[written - 1].snapshot();
    }

    /** How many events there are. */
    public int size() {
        return size;
    }

    public Draft draft() {
        return new Draft();
    }

    /** Starts the next event. */
    public Event.Builder next(EventType type, Instant at) {
        return next(type, at, 0, last());
    }

    private Event.Builder next(EventType type, Instant at, int ahead, @Nullable Event before) {
        Instant moment = before != null && before.at().isAfter(at) ? before.at() : at;
        long seq = size + ahead + 1L;
        Event.Builder builder = spare;
        spare = null;
        return builder == null
                ? Event.of(stream, seq, type, moment)
                        .context(context)
                        .secretNames(secretNames)
                        .personalNames(personalNames)
                : builder.another(seq, type, moment);
    }

    /** Builds an event; its builder serves the next one. */
    private Event build(Event.Builder builder, Scope snapshot, @Nullable Scope before) {
        Event event = builder.snapshot(additions.over(snapshot), before).build();
        spare = builder;
        return event;
    }

    /** Adds an event that is yet to be written. */
    public Event add(Event.Builder builder, Scope snapshot) {
        Event event = build(builder, snapshot, lastSnapshot());
        append(event);
        return event;
    }

    /** Adds an event whose snapshot is kept in full. */
    public Event addFull(Event.Builder builder, Scope snapshot) {
        Event event = build(builder, snapshot, null);
        append(event);
        return event;
    }

    /** Takes in what a decision has drafted and the store has been given. */
    public void accept(Draft draft) {
        resume(draft.drafted);
    }

    /** The events that the store has not been given; later ones do not come into this list. */
    List<Event> unwritten() {
        return new Stretch(events, written, size);
    }

    void allWritten() {
        written = size;
    }

    /** All events so far; later ones do not come into this list. */
    public List<Event> events() {
        return new Stretch(events, 0, size);
    }

    private @Nullable Event last() {
        return size == 0 ? null : events[size - 1];
    }

    private @Nullable Scope lastSnapshot() {
        return size == 0 ? null : events[size - 1].snapshot();
    }
}
