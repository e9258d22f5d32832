package dev.sluice.internal.batch;

import dev.sluice.DueWork;
import dev.sluice.Time;
import dev.sluice.batches.SentFile;
import dev.sluice.event.Event;
import dev.sluice.store.Changes;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells each lead, in its own stream, that the file with its row has arrived. It goes on page by page from a place that is kept in the
 * store, in the write that tells the page: whatever ends a process, each row is told once. A lead that is still on its way
 * is told later by itself, so that it keeps nobody waiting.
 */
public final class Arrivals implements DueWork {
    /** The kind of due work. */
    public static final String KIND = "batch_arrival";

    private static final int PAGE = 100;
    private static final Duration LATER = Duration.ofMinutes(15);

    private final Ledger ledger;
    private final Time time;

    Arrivals(Ledger ledger, Time time) {
        this.ledger = ledger;
        this.time = time;
    }

    @Override
    public void run(WorkItem item) {
        int slash = item.ref().indexOf('/');
        if (slash < 0) {
            page(ledger.keys(item.ref()));
        } else {
            one(
                    ledger.keys(item.ref().substring(0, slash)),
                    Long.parseLong(item.ref().substring(slash + 1)));
        }
    }

    private void page(BatchKeys keys) {
        Ledger.Standing standing = ledger.standing(keys, time.instant());
        Told told = ledger.told(keys);
        Optional<SentFile> file = ledger.fileWith(
                keys, told, standing.state().next() - 1, standing.state().files());
        List<Arrival> arrivals =
                file.map(sent -> arrivals(keys, sent, told.next(), sent.to())).orElse(List.of());
        write(keys, arrivals, (view, changes) -> {
            boolean moved = Told.of(view.doc(keys.told())).version() != told.version();
            if (!moved && !arrivals.isEmpty()) {
                tell(keys, arrivals, view, changes);
                Arrival last = arrivals.get(arrivals.size() - 1);
                changes.put(told.through(last.number(), last.file().number(), keys));
            }
            boolean more = moved
                    || !arrivals.isEmpty()
                    || BatchState.of(view.doc(keys.state()), time.instant()).next()
                            != standing.state().next();
            if (more) {
                changes.schedule(keys.arrivals(time.instant()));
            } else {
                changes.done(keys.arrivals(time.instant()).id());
            }
        });
    }

    private void one(BatchKeys keys, long number) {
        Ledger.Standing standing = ledger.standing(keys, time.instant());
        Told before = new Told(0, number, 1);
        List<Arrival> arrivals = ledger.fileWith(
                        keys,
                        before,
                        standing.state().next() - 1,
                        standing.state().files())
                .map(sent -> arrivals(keys, sent, number, number))
                .orElse(List.of());
        write(keys, arrivals, (view, changes) -> {
            changes.done(keys.arrival(number, time.instant()).id());
            tell(keys, arrivals, view, changes);
        });
    }

    private List<Arrival> arrivals(BatchKeys keys, SentFile file, long from, long to) {
        List<Arrival> arrivals = new ArrayList<>();
        long number = from;
        for (Row row : ledger.rows(keys, from, Math.min(to, from + PAGE - 1))) {
            arrivals.add(new Arrival(file, number, row, ledger.events(row.lead())));
            number++;
        }
        return arrivals;
    }

    private void tell(BatchKeys keys, List<Arrival> arrivals, View view, Changes changes) {
        Instant now = time.instant();
        Map<StreamId, Integer> written = new HashMap<>();
        for (Arrival arrival : arrivals) {
            StreamId lead = keys.lead(arrival.row());
            if (arrival.isGone()) {
                continue;
            }
            if (!arrival.isOver() || view.head(lead).seq() != arrival.events().size()) {
                changes.schedule(keys.arrival(arrival.number(), now.plus(LATER)));
            } else {
                Event event = BatchEvents.arrived(lead, arrival, written.merge(lead, 1, Integer::sum), now);
                changes.append(lead, List.of(event));
            }
        }
    }

    private void write(BatchKeys keys, List<Arrival> arrivals, Change change) {
        List<StreamId> leads =
                arrivals.stream().map(each -> keys.lead(each.row())).distinct().toList();
        Reads reads = new Reads(List.of(), List.of(), List.of(keys.told(), keys.state()), List.of(), leads);
        ledger.change(reads, (view, changes) -> {
            change.make(view, changes);
            return Boolean.TRUE;
        });
    }

    @FunctionalInterface
    private interface Change {
        void make(View view, Changes changes);
    }
}
