package dev.sluice.testkit;

import static dev.sluice.testkit.Samples.ACCOUNT;
import static dev.sluice.testkit.Samples.AT;
import static dev.sluice.testkit.Samples.counter;
import static dev.sluice.testkit.Samples.entry;
import static dev.sluice.testkit.Samples.events;
import static dev.sluice.testkit.Samples.holder;
import static dev.sluice.testkit.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.event.Event;
import dev.sluice.store.Counter;
import dev.sluice.store.Cursor;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.Hold;
import dev.sluice.store.NotOwnerException;
import dev.sluice.store.Ownership;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StreamHead;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.WrappedKey;
import dev.sluice.store.Written;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store must do beyond {@link StoreContract} when it outlives the process that opened it. */
public abstract class DurableStoreContract extends StoreContract {

    /** Opens what {@link #open()} opened last, and which has been closed since. */
    protected abstract Store reopen();

    private Writing writing() {
        return new Writing(store());
    }

    @Test
    void events_are_there_after_opening_again() {
        List<Event> written = Samples.everything(stream("a"));
        writing().append(stream("a"), written.subList(0, 2));
        Written<Boolean> last = writing().decide(changes -> changes.append(stream("a"), written.subList(2, 3)));
        last.durable();
        Cursor end = last.cursor();

        replace(this::reopen);

        SameEvents.assertSame(store().events().stream(stream("a")), written);
        assertThat(writing().head(stream("a"))).isEqualTo(new StreamHead(3));
        writing()
                .append(
                        stream("a"),
                        List.of(Event.of(stream("a"), 4, written.get(0).type(), AT)
                                .build()));
        assertThat(store().events().after(end, 10).events())
                .extracting(Event::seq)
                .containsExactly(4L);
    }

    @Test
    void counters_holds_entries_and_documents_are_there_after_opening_again() {
        Entry entry = new Entry(entry("e"), "lead_a", AT, AT.plusSeconds(1));
        Doc doc = new Doc(new DocKey(ACCOUNT, "revision", "1"), 7, "{}");
        writing().change(changes -> {
            changes.reserve(holder("open"), counter("a"), 2);
            changes.reserve(holder("settled"), counter("a"), 3);
            changes.put(entry);
            changes.put(doc);
        });
        writing().change(changes -> changes.commit(holder("settled")));

        replace(this::reopen);

        assertThat(writing().counter(counter("a"))).isEqualTo(new Counter(3, 2));
        assertThat(writing().hold(holder("open")).items()).containsExactly(new Hold.Item(counter("a"), 2));
        assertThat(writing().entry(entry("e"))).contains(entry);
        assertThat(writing().doc(doc.key())).contains(doc);
        writing().change(changes -> changes.release(holder("open")));
        assertThat(writing().counter(counter("a"))).isEqualTo(new Counter(3, 0));
    }

    @Test
    void work_and_keys_are_there_after_opening_again() {
        WorkItem free = new WorkItem(new WorkId(ACCOUNT, "free"), "retry", AT, 0, "ref");
        WorkItem taken = new WorkItem(new WorkId(ACCOUNT, "taken"), "retry", AT.minusSeconds(1), 0, "ref");
        writing().change(changes -> {
            changes.schedule(free);
            changes.schedule(taken);
        });
        store().work().take(Samples.WORK, AT, 1, Duration.ofMinutes(1));
        store().keys().putIfAbsent(new WrappedKey(ACCOUNT, "lead_a", "kek", new byte[] {1}));

        replace(this::reopen);

        assertThat(store().work().take(Samples.WORK, AT, 10, Duration.ofMinutes(1)))
                .extracting(WorkItem::id)
                .containsExactly(free.id());
        assertThat(store().keys().get(ACCOUNT, "lead_a")).isPresent();
    }

    @Test
    void open_leads_and_working_copies_are_there_after_opening_again() {
        Ownership mine = new Ownership(stream("a"), "run 1", Ownership.FIRST, AT);
        writing().change(changes -> {
            changes.append(stream("a"), events(stream("a"), 1, 1));
            changes.own(mine);
            changes.put(new Sealed(stream("a"), new byte[] {7}));
        });
        store().leads().takeOver(ACCOUNT, AT, "run 2", AT, 10);

        replace(this::reopen);

        assertThat(store().sealed(stream("a"))).map(Sealed::body).contains(new byte[] {7});
        assertThat(store().leads().takeOver(ACCOUNT, AT, "run 3", AT.plusSeconds(1), 10))
                .containsExactly(new Ownership(stream("a"), "run 3", 3, AT.plusSeconds(1)));
        assertThatThrownBy(() -> writing().change(changes -> changes.own(mine))).isInstanceOf(NotOwnerException.class);
    }

    @Test
    void closing_waits_for_what_was_decided() {
        writing().decide(changes -> changes.append(stream("a"), events(stream("a"), 1, 3)));
        writing().decide(changes -> changes.add(counter("a"), 1));

        replace(this::reopen);

        assertThat(store().events().stream(stream("a"))).hasSize(3);
        assertThat(writing().counter(counter("a"))).isEqualTo(new Counter(1, 0));
    }
}
