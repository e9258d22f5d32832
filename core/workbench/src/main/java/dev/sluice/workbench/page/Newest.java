package dev.sluice.workbench.page;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.report.Period;
import dev.sluice.store.Events;
import dev.sluice.store.Selection;
import dev.sluice.store.StreamId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/** Which leads a page tells of one by one: the newest, where there are more than it has room for. */
final class Newest {
    private final PriorityQueue<Lead> kept = new PriorityQueue<>(
            Comparator.comparing(Lead::at).thenComparing(lead -> lead.stream().id()));
    private final int most;
    private long all;

    private record Lead(Instant at, StreamId stream) {}

    private Newest(int most) {
        this.most = most;
    }

    /** Reads the log once. */
    static Newest of(Events events, String account, Period.Range range, int most) {
        Newest newest = new Newest(most);
        Selection submitted =
                Selection.of(account).between(range.from(), range.to()).ofTypes(Set.of(EventType.SOURCE_SUBMITTED));
        events.byStream(submitted, stream -> newest.add(stream.get(0)));
        return newest;
    }

    private void add(Event event) {
        all++;
        kept.add(new Lead(event.at(), event.stream()));
        if (kept.size() > most) {
            kept.poll();
        }
    }

    Set<StreamId> streams() {
        Set<StreamId> streams = new HashSet<>();
        kept.forEach(lead -> streams.add(lead.stream()));
        return streams;
    }

    /** How many leads there are. */
    long all() {
        return all;
    }
}
