package dev.sluice.testkit;

import static dev.sluice.testkit.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.store.Cursor;
import dev.sluice.store.EventStore;
import dev.sluice.store.Page;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link EventStore} must do. Extend it and say how an empty one is made. */
public abstract class EventStoreContract {
    private EventStore store;

    /** An empty store; asked for before each test. */
    protected abstract EventStore open();

    @BeforeEach
    final void openStore() {
        store = open();
    }

    private static StoredEvent event(StreamId stream, long seq) {
        return new StoredEvent(
                stream,
                seq,
                Map.of("type", "filter.passed", "at", Long.toString(seq), "v", "1", "reason", "because \u65e5\u672c"),
                new byte[] {'{', '}', 0, -1, (byte) seq},
                new byte[0],
                new byte[] {1},
                new byte[] {(byte) seq, 7});
    }

    private static List<StoredEvent> events(StreamId stream, long from, long to) {
        List<StoredEvent> events = new ArrayList<>();
        for (long seq = from; seq <= to; seq++) {
            events.add(event(stream, seq));
        }
        return events;
    }

    private static void assertSame(List<StoredEvent> read, List<StoredEvent> written) {
        assertThat(read).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void a_stream_reads_back_byte_for_byte() {
        store.append(events(stream("a"), 1, 2));
        store.append(events(stream("b"), 1, 1));
        store.append(events(stream("a"), 3, 3));

        assertSame(store.stream(stream("a")), events(stream("a"), 1, 3));
        assertSame(store.stream(stream("b")), events(stream("b"), 1, 1));
        assertThat(store.stream(stream("unknown"))).isEmpty();
    }

    @Test
    void an_event_that_comes_twice_is_kept_once() {
        store.append(events(stream("a"), 1, 2));
        store.append(events(stream("a"), 1, 3));
        store.append(events(stream("a"), 3, 3));

        assertSame(store.stream(stream("a")), events(stream("a"), 1, 3));
        assertThat(store.after(Cursor.START, 100).events()).hasSize(3);
    }

    @Test
    void a_batch_may_hold_several_streams() {
        List<StoredEvent> batch = new ArrayList<>(events(stream("a"), 1, 2));
        batch.addAll(events(stream("b"), 1, 2));

        store.append(batch);

        assertSame(store.stream(stream("a")), events(stream("a"), 1, 2));
        assertSame(store.stream(stream("b")), events(stream("b"), 1, 2));
    }

    @Test
    void accounts_do_not_see_each_others_streams() {
        StreamId ours = new StreamId("ours", "lead_1");
        StreamId theirs = new StreamId("theirs", "lead_1");

        store.append(events(ours, 1, 2));
        store.append(events(theirs, 1, 1));

        assertThat(store.stream(ours)).hasSize(2);
        assertThat(store.stream(theirs)).hasSize(1);
    }

    @Test
    void pages_hold_every_event_once_and_end_where_they_are_told_to_go_on() {
        store.append(events(stream("a"), 1, 5));
        store.append(events(stream("b"), 1, 4));

        List<StoredEvent> read = new ArrayList<>();
        Cursor end = readAll(Cursor.START, read);

        assertThat(read).hasSize(9);
        assertThat(store.after(end, 3).next()).isEqualTo(end);
        store.append(events(stream("c"), 1, 1));
        assertSame(store.after(end, 3).events(), events(stream("c"), 1, 1));
    }

    @Test
    void the_place_of_a_batch_is_behind_its_events() {
        Cursor place = store.append(events(stream("a"), 1, 3));
        store.append(events(stream("b"), 1, 1));

        assertSame(store.after(place, 10).events(), events(stream("b"), 1, 1));
    }

    @Test
    void a_reader_that_follows_the_log_misses_nothing_while_writers_run() {
        int writers = 4;
        AtomicInteger running = new AtomicInteger(writers);

        List<List<StoredEvent>> results = Race.run(writers + 1, i -> i == 0 ? follower(running) : writer(i, running));

        assertThat(results.get(0))
                .hasSize(writers * 30)
                .extracting(event -> event.stream().id() + " " + event.seq())
                .doesNotHaveDuplicates();
    }

    private Callable<List<StoredEvent>> writer(int number, AtomicInteger running) {
        return () -> {
            for (int seq = 1; seq <= 30; seq++) {
                store.append(events(stream("w" + number), seq, seq));
            }
            running.decrementAndGet();
            return List.of();
        };
    }

    private Callable<List<StoredEvent>> follower(AtomicInteger running) {
        return () -> {
            List<StoredEvent> read = new ArrayList<>();
            Cursor cursor = Cursor.START;
            boolean last = false;
            while (!last) {
                last = running.get() == 0;
                cursor = readAll(cursor, read);
            }
            return read;
        };
    }

    private Cursor readAll(Cursor from, List<StoredEvent> into) {
        Cursor cursor = from;
        Page<StoredEvent> page = store.after(cursor, 2);
        while (!page.events().isEmpty()) {
            into.addAll(page.events());
            cursor = page.next();
            page = store.after(cursor, 2);
        }
        return cursor;
    }
}
