package dev.sluice.internal.caps;

import dev.sluice.Time;
import dev.sluice.caps.PingLimitStatus;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads how far the limits of pings of a flow and of its sources are, all at one moment. */
public final class PingBoard {
    private final List<PingPlan.Limit> limits;
    private final Store store;
    private final Time time;

    /** @param plans of all sources; each begins with the flow's limits */
    public PingBoard(Collection<PingPlan> plans, Store store, Time time) {
        Map<String, PingPlan.Limit> byKey = new LinkedHashMap<>();
        plans.forEach(plan -> plan.limits().forEach(limit -> byKey.putIfAbsent(limit.key(), limit)));
        this.limits = List.copyOf(byKey.values());
        this.store = store;
        this.time = time;
    }

    public List<PingLimitStatus> read() {
        return store.write(new Look(limits, time.instant())).decided();
    }

    /** A write that changes nothing. */
    private record Look(List<PingPlan.Limit> limits, Instant now) implements Write<List<PingLimitStatus>> {
        @Override
        public Reads reads() {
            List<CounterKey> keys = limits.stream()
                    .flatMap(limit -> Stream.of(limit.counter(now), limit.refused(now)))
                    .toList();
            return Reads.counters(keys);
        }

        @Override
        public List<PingLimitStatus> decide(View view, Changes changes) {
            return limits.stream().map(limit -> status(limit, view)).toList();
        }

        private PingLimitStatus status(PingPlan.Limit limit, View view) {
            Period period = limit.windows().at(now);
            return new PingLimitStatus(
                    limit.key(),
                    limit.name(),
                    view.counter(limit.counter(now)).used(),
                    limit.maximum(),
                    view.counter(limit.refused(now)).committed(),
                    period.start(),
                    period.end());
        }
    }
}
