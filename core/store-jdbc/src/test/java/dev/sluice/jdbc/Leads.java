package dev.sluice.jdbc;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** Leads of three events, written in two steps; the first counts the lead, in the same write as its events. */
final class Leads {
    static final CounterKey COUNT = new CounterKey("default", "leads", "");
    private static final Instant AT = Instant.parse("2026-03-15T14:30:00Z");

    private final Store store;

    Leads(Store store) {
        this.store = store;
    }

    static StreamId stream(String name) {
        return new StreamId("default", "lead_" + name);
    }

    Written<Boolean> begin(String name) {
        List<Event> events = List.of(event(name, 1), event(name, 2));
        return store.write(write(Reads.counters(List.of(COUNT)), (view, changes) -> {
            changes.append(stream(name), events);
            changes.add(COUNT, 1);
            return true;
        }));
    }

    Written<Boolean> complete(String name) {
        return store.write(write(Reads.NONE, (view, changes) -> {
            changes.append(stream(name), List.of(event(name, 3)));
            return true;
        }));
    }

    long count() {
        Written<Counter> read =
                store.write(write(Reads.counters(List.of(COUNT)), (view, changes) -> view.counter(COUNT)));
        return read.decided().committed();
    }

    static Event event(String name, int seq) {
        EventType type =
                switch (seq) {
                    case 1 -> EventType.SOURCE_SUBMITTED;
                    case 2 -> EventType.SOURCE_ACCEPTED;
                    default -> EventType.FLOW_COMPLETED;
                };
        return Event.of(stream(name), seq, type, AT.plusSeconds(seq))
                .context(new Event.Context("solar", 1, "hash", "web", false, "test"))
                .cost(seq == 2 ? new BigDecimal("12.50") : null)
                .revenue(seq == 3 ? new BigDecimal("20.00") : null)
                .snapshot(scope(name, seq), seq < 3 ? null : scope(name, seq - 1))
                .build();
    }

    private static Scope scope(String name, int seq) {
        Obj lead = Obj.EMPTY.with("name", new Text(name)).with("seq", new Text("" + seq));
        return Scope.EMPTY.with(Section.LEAD, lead);
    }

    static <R> Write<R> write(Reads reads, BiFunction<View, Changes, R> decision) {
        return new Write<>() {
            @Override
            public Reads reads() {
                return reads;
            }

            @Override
            public R decide(View view, Changes changes) {
                return decision.apply(view, changes);
            }
        };
    }
}
