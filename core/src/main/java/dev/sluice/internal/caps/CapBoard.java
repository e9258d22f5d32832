package dev.sluice.internal.caps;

import dev.sluice.Time;
import dev.sluice.caps.CapStatus;
import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads how far the caps of a flow are, all at one moment. */
public final class CapBoard {
    private final List<CapPlan> caps;
    private final Store store;
    private final Time time;

    public CapBoard(List<CapPlan> caps, Store store, Time time) {
        this.caps = List.copyOf(caps);
        this.store = store;
        this.time = time;
    }

    public List<CapStatus> read() {
        Instant now = time.instant();
        return store.write(
                        new Look(caps, caps.stream().map(cap -> cap.span(now)).toList()))
                .decided();
    }

    /** A write that changes nothing. */
    private record Look(List<CapPlan> caps, List<CapSpan> spans) implements Write<List<CapStatus>> {
        @Override
        public Reads reads() {
            List<CounterKey> keys = new ArrayList<>();
            spans.forEach(span -> keys.addAll(span.all()));
            return Reads.counters(keys);
        }

        @Override
        public List<CapStatus> decide(View view, Changes changes) {
            List<CapStatus> all = new ArrayList<>(caps.size());
            for (int i = 0; i < caps.size(); i++) {
                all.add(status(caps.get(i), spans.get(i), view));
            }
            return List.copyOf(all);
        }

        private static CapStatus status(CapPlan cap, CapSpan span, View view) {
            Counter count = span.sum(view);
            return new CapStatus(
                    cap.cap().id(),
                    cap.cap().label(),
                    cap.key(),
                    cap.cap().type(),
                    cap.unit().shown(count.committed()),
                    cap.unit().shown(count.reserved()),
                    cap.cap().maximum(),
                    view.counter(span.refused()).committed(),
                    span.startedAt().orElse(null),
                    span.resetsAt(view).orElse(null));
        }
    }
}
