package dev.sluice.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All events of one lead in their order, and how long each took. Immutable. */
public final class Timeline {
    private final List<Event> events;

    private Timeline(List<Event> events) {
        this.events = events;
    }

    /**
     * The timeline of a stream as {@link dev.sluice.store.Events#stream} gives it.
     *
     * @throws IllegalArgumentException if the events are not those of one stream, in its order
     */
    public static Timeline of(List<Event> stream) {
        for (int i = 1; i < stream.size(); i++) {
            Event before = stream.get(i - 1);
            Event event = stream.get(i);
            if (!event.stream().equals(before.stream()) || event.seq() <= before.seq()) {
                throw new IllegalArgumentException(event + " cannot follow " + before + " in a timeline");
            }
        }
        return new Timeline(List.copyOf(stream));
    }

    public List<Event> events() {
        return events;
    }

    /** The event with this number; its snapshot is all data of the lead at that moment. */
    public Optional<Event> event(long seq) {
        return events.stream().filter(event -> event.seq() == seq).findFirst();
    }

    /**
     * One event and its time.
     *
     * @param event what happened at its end
     * @param sinceBefore from the event before, zero for the first one
     * @param own what the step itself took, as it was measured
     * @param sinceFirst from the first event
     */
    public record Stage(Event event, Duration sinceBefore, Duration own, Duration sinceFirst) {}

    /** Every event with its time. */
    public List<Stage> stages() {
        List<Stage> stages = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            Event before = events.get(Math.max(i - 1, 0));
            stages.add(new Stage(
                    event,
                    Duration.between(before.at(), event.at()),
                    Duration.ofMillis(event.durationMs()),
                    Duration.between(events.get(0).at(), event.at())));
        }
        return stages;
    }

    /** The events that were waited for longest, longest first; none that took no time. */
    public List<Stage> bottlenecks(int most) {
        return stages().stream()
                .filter(stage -> stage.sinceBefore().toMillis() > 0)
                .sorted(Comparator.comparing(Stage::sinceBefore).reversed())
                .limit(most)
                .toList();
    }

    /** From the first event to the last; zero for none. */
    public Duration total() {
        return events.isEmpty()
                ? Duration.ZERO
                : Duration.between(
                        events.get(0).at(), events.get(events.size() - 1).at());
    }

    /** From the submission to the end of the gates, in which fields are parsed; empty where the lead did not get so far. */
    public Optional<Duration> parsing() {
        Optional<Event> decided = events.stream()
                .filter(event -> event.type().equals(EventType.SOURCE_ACCEPTED)
                        || event.type().equals(EventType.SOURCE_REJECTED))
                .findFirst();
        return decided.map(event -> Duration.between(events.get(0).at(), event.at()));
    }
}
