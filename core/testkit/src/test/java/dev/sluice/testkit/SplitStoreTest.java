package dev.sluice.testkit;

import static dev.sluice.testkit.Samples.AT;
import static dev.sluice.testkit.Samples.counter;
import static dev.sluice.testkit.Samples.entry;
import static dev.sluice.testkit.Samples.events;
import static dev.sluice.testkit.Samples.holder;
import static dev.sluice.testkit.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.Counter;
import dev.sluice.store.Cursor;
import dev.sluice.store.Durability;
import dev.sluice.store.Entry;
import dev.sluice.store.EventStore;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Page;
import dev.sluice.store.Store;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.Written;
import dev.sluice.store.codec.Chain;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitStoreTest extends StoreContract {
    private final MemoryEventStore log = MemoryEventStore.create();

    @Override
    protected Store open() {
        return Store.split(MemoryEventStore.create(), MemoryStore.create());
    }

    @Test
    void grants_are_in_the_state_before_the_events_and_settlements_after_them() {
        MemoryStore state = MemoryStore.create();
        Store split = Store.split(log, state);
        new Writing(split).change(changes -> changes.reserve(holder("lead"), counter("cap"), 1));

        Written<Boolean> write = new Writing(split).decide(changes -> {
            changes.append(stream("a"), events(stream("a"), 1, 1));
            changes.commit(holder("lead"));
            changes.reserve(holder("delivery"), counter("buyer"), 1);
        });

        Writing seen = new Writing(state);
        assertThat(seen.counter(counter("buyer"))).isEqualTo(new Counter(0, 1));
        assertThat(seen.counter(counter("cap"))).isEqualTo(new Counter(0, 1));
        assertThat(log.stream(stream("a"))).isEmpty();
        write.durable();
        assertThat(log.stream(stream("a"))).hasSize(1);
        assertThat(seen.counter(counter("cap"))).isEqualTo(new Counter(1, 0));
    }

    @Test
    void taking_again_what_is_being_given_back_waits_for_it() {
        Writing writing = new Writing(store());
        writing.change(changes -> {
            changes.put(new Entry(entry("e"), "lead_1", AT, null));
            changes.reserve(holder("h"), counter("cap"), 1);
        });
        writing.decide(changes -> {
            changes.remove(entry("e"));
            changes.release(holder("h"));
        });

        writing.change(changes -> {
            changes.put(new Entry(entry("e"), "lead_2", AT, null));
            changes.reserve(holder("h"), counter("cap"), 5);
        });

        assertThat(writing.entry(entry("e")).map(Entry::leadId)).contains("lead_2");
        assertThat(writing.counter(counter("cap"))).isEqualTo(new Counter(0, 5));
    }

    @Test
    void a_write_that_settles_and_reserves_for_one_holder_is_refused() {
        assertThatThrownBy(() -> new Writing(store()).change(changes -> {
                    changes.release(holder("h"));
                    changes.reserve(holder("h"), counter("cap"), 1);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two writes");
    }

    @Test
    void the_streams_of_the_log_are_chained_over_several_writes() {
        Store split = Store.split(log, MemoryStore.create());
        new Writing(split).append(stream("a"), events(stream("a"), 1, 2));
        new Writing(split).append(stream("a"), events(stream("a"), 3, 3));
        Writing again = new Writing(Store.split(log, MemoryStore.create()));

        again.append(stream("a"), events(stream("a"), 4, 4));

        assertThat(log.stream(stream("a"))).hasSize(4);
        assertThat(Chain.firstBroken(log.stream(stream("a")))).isEmpty();
    }

    @Test
    void nothing_is_called_durable_after_the_log_has_failed() {
        MemoryStore state = MemoryStore.create();
        Writing writing = new Writing(Store.split(new BrokenLog(), state));
        new Writing(state).change(changes -> changes.reserve(holder("h"), counter("cap"), 1));

        assertThatThrownBy(() -> writing.change(changes -> {
                    changes.append(stream("a"), events(stream("a"), 1, 1));
                    changes.release(holder("h"));
                }))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(new Writing(state).counter(counter("cap"))).isEqualTo(new Counter(0, 1));
        assertThatThrownBy(() -> writing.decide(changes -> changes.add(counter("a"), 1)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void the_weaker_durability_of_both_is_declared() {
        assertThat(Store.split(new BrokenLog(), MemoryStore.create()).durability())
                .isEqualTo(Durability.MEMORY);
    }

    private static final class BrokenLog implements EventStore {
        @Override
        public Durability durability() {
            return Durability.REPLICATED;
        }

        @Override
        public Cursor append(List<StoredEvent> batch) {
            throw new StoreUnavailableException("the log is gone", null);
        }

        @Override
        public List<StoredEvent> stream(StreamId stream) {
            return List.of();
        }

        @Override
        public Page<StoredEvent> after(Cursor cursor, int limit) {
            return new Page<>(List.of(), cursor);
        }
    }
}
