package dev.sluice.testkit;

import dev.sluice.event.Event;
import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Hold;
import dev.sluice.store.Holder;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.StreamHead;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Writes and looks as short as a test wants them. */
final class Writing {
    private final Store store;

    Writing(Store store) {
        this.store = store;
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

    /** Changes something and waits until it is durable. */
    void change(Consumer<Changes> changes) {
        decide(changes).durable();
    }

    /** Changes something and does not wait. */
    Written<Boolean> decide(Consumer<Changes> changes) {
        return store.write(write(Declaring.of(changes), (view, all) -> {
            changes.accept(all);
            return true;
        }));
    }

    void append(StreamId stream, List<Event> events) {
        change(changes -> changes.append(stream, events));
    }

    Counter counter(CounterKey key) {
        return store.write(write(Reads.counters(List.of(key)), (view, changes) -> view.counter(key)))
                .decided();
    }

    Optional<Entry> entry(EntryKey key) {
        return store.write(write(
                        new Reads(List.of(), List.of(key), List.of(), List.of(), List.of()),
                        (view, changes) -> view.entry(key)))
                .decided();
    }

    Optional<Doc> doc(DocKey key) {
        return store.write(write(
                        new Reads(List.of(), List.of(), List.of(key), List.of(), List.of()),
                        (view, changes) -> view.doc(key)))
                .decided();
    }

    Hold hold(Holder holder) {
        return store.write(write(
                        new Reads(List.of(), List.of(), List.of(), List.of(holder), List.of()),
                        (view, changes) -> view.hold(holder)))
                .decided();
    }

    StreamHead head(StreamId stream) {
        return store.write(write(
                        new Reads(List.of(), List.of(), List.of(), List.of(), List.of(stream)),
                        (view, changes) -> view.head(stream)))
                .decided();
    }
}
