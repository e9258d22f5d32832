package dev.sluice.testkit;

import static dev.sluice.testkit.Samples.events;
import static dev.sluice.testkit.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.event.Event;
import dev.sluice.store.Cursor;
import dev.sluice.store.Page;
import dev.sluice.store.Store;
import dev.sluice.store.StreamHead;
import dev.sluice.store.StreamId;
import dev.sluice.store.Written;
import dev.sluice.types.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Appending and reading events. */
interface LogContract {
    Store store();

    private Writing writing() {
        return new Writing(store());
    }

    @Test
    default void every_field_of_an_event_reads_back_as_it_was_written() {
        List<Event> written = Samples.everything(stream("a"));

        writing().append(stream("a"), written.subList(0, 2));
        writing().append(stream("a"), written.subList(2, 3));

        SameEvents.assertSame(store().events().stream(stream("a")), written);
    }

    @Test
    default void events_of_a_stream_read_back_in_order_with_their_snapshots() {
        writing().append(stream("a"), events(stream("a"), 1, 2));
        writing().append(stream("b"), events(stream("b"), 1, 1));
        writing().append(stream("a"), events(stream("a"), 3, 5));

        SameEvents.assertSame(store().events().stream(stream("a")), events(stream("a"), 1, 5));
        assertThat(store().events().stream(stream("unknown"))).isEmpty();
    }

    @Test
    default void an_event_that_would_leave_a_gap_or_repeat_a_number_is_refused() {
        writing().append(stream("a"), events(stream("a"), 1, 2));

        for (int seq : new int[] {1, 2, 4}) {
            assertThatThrownBy(() -> writing().append(stream("a"), events(stream("a"), seq, seq)))
                    .as("number %s after 2", seq)
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> writing().append(stream("new"), events(stream("new"), 2, 2)))
                .isInstanceOf(IllegalStateException.class);
        writing().append(stream("a"), events(stream("a"), 3, 3));
        SameEvents.assertSame(store().events().stream(stream("a")), events(stream("a"), 1, 3));
    }

    @Test
    default void an_event_of_another_stream_is_refused() {
        assertThatThrownBy(() -> writing().append(stream("a"), events(stream("b"), 1, 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store().events().after(Cursor.START, 10).events()).isEmpty();
    }

    @Test
    default void a_write_may_append_to_several_streams() {
        writing().change(changes -> {
            changes.append(stream("a"), events(stream("a"), 1, 2));
            changes.append(stream("b"), events(stream("b"), 1, 1));
            changes.append(stream("a"), events(stream("a"), 3, 3));
        });

        SameEvents.assertSame(store().events().stream(stream("a")), events(stream("a"), 1, 3));
        SameEvents.assertSame(store().events().stream(stream("b")), events(stream("b"), 1, 1));
    }

    @Test
    default void accounts_do_not_see_each_others_streams() {
        StreamId ours = new StreamId("ours", "lead_1");
        StreamId theirs = new StreamId("theirs", "lead_1");

        writing().append(ours, events(ours, 1, 2));
        writing().append(theirs, events(theirs, 1, 1));

        assertThat(store().events().stream(ours)).hasSize(2);
        assertThat(store().events().stream(theirs)).hasSize(1);
    }

    @Test
    default void the_head_of_a_stream_counts_what_is_decided() {
        assertThat(writing().head(stream("a"))).isEqualTo(StreamHead.NONE);

        Written<Boolean> first = writing().decide(changes -> changes.append(stream("a"), events(stream("a"), 1, 2)));
        first.decided();

        assertThat(writing().head(stream("a"))).isEqualTo(new StreamHead(2));
        writing().append(stream("a"), events(stream("a"), 3, 3));
        assertThat(writing().head(stream("a"))).isEqualTo(new StreamHead(3));
    }

    @Test
    default void pages_hold_every_event_once_and_end_where_they_are_told_to_go_on() {
        for (String name : List.of("a", "b", "c")) {
            writing().append(stream(name), events(stream(name), 1, 4));
        }

        List<Event> read = new ArrayList<>();
        Cursor end = readAll(Cursor.START, 5, read);

        assertThat(read).hasSize(12).extracting(Event::id).doesNotHaveDuplicates();
        SameEvents.assertSame(
                read.stream().filter(e -> e.stream().equals(stream("b"))).toList(), events(stream("b"), 1, 4));
        assertThat(store().events().after(end, 5).next()).isEqualTo(end);
        writing().append(stream("d"), events(stream("d"), 1, 1));
        SameEvents.assertSame(store().events().after(end, 5).events(), events(stream("d"), 1, 1));
    }

    @Test
    default void the_cursor_of_a_write_stands_behind_its_events() {
        Written<Boolean> first = writing().decide(changes -> changes.append(stream("a"), events(stream("a"), 1, 3)));
        first.durable();
        writing().append(stream("b"), events(stream("b"), 1, 1));

        SameEvents.assertSame(store().events().after(first.cursor(), 10).events(), events(stream("b"), 1, 1));
    }

    @Test
    default void a_reader_that_follows_the_log_misses_nothing_while_writers_run() {
        int writers = 6;
        int leads = 20;
        AtomicInteger writing = new AtomicInteger(writers);
        List<List<Event>> results = Race.run(writers + 1, i -> i == 0 ? follower(writing) : writer(i, leads, writing));

        List<Event> read = results.get(0);
        assertThat(read).hasSize(writers * leads * 3).extracting(Event::id).doesNotHaveDuplicates();
        Set<String> passed = new HashSet<>();
        for (Event event : read) {
            assertThat(event.seq() == 1 || passed.contains(event.stream().id() + (event.seq() - 1)))
                    .as("%s comes after the event before it", event)
                    .isTrue();
            assertThat(event.snapshot().section(Section.VARS).get("seq").text()).isEqualTo("" + event.seq());
            passed.add(event.stream().id() + event.seq());
        }
    }

    private Callable<List<Event>> writer(int number, int leads, AtomicInteger running) {
        return () -> {
            for (int i = 0; i < leads; i++) {
                StreamId lead = stream(number + "_" + i);
                writing().append(lead, events(lead, 1, 2));
                writing().append(lead, events(lead, 3, 3));
            }
            running.decrementAndGet();
            return List.of();
        };
    }

    private Callable<List<Event>> follower(AtomicInteger running) {
        return () -> {
            List<Event> read = new ArrayList<>();
            Cursor cursor = Cursor.START;
            boolean last = false;
            while (!last) {
                last = running.get() == 0;
                cursor = readAll(cursor, 7, read);
            }
            return read;
        };
    }

    private Cursor readAll(Cursor from, int limit, List<Event> into) {
        Cursor cursor = from;
        Page<Event> page = store().events().after(cursor, limit);
        while (!page.events().isEmpty()) {
            assertThat(page.events()).hasSizeLessThanOrEqualTo(limit);
            into.addAll(page.events());
            cursor = page.next();
            page = store().events().after(cursor, limit);
        }
        return cursor;
    }
}
