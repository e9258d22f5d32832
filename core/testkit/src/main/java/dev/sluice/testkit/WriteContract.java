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

import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Written;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for a write as a whole. */
interface WriteContract {
    DocKey DOC = new DocKey(ACCOUNT, "revision", "1");
    WorkItem WORK = new WorkItem(new WorkId(ACCOUNT, "w"), "retry", AT, 0, "lead_a");

    Store store();

    private Writing writing() {
        return new Writing(store());
    }

    private static void everything(Changes changes) {
        changes.append(stream("a"), events(stream("a"), 1, 2));
        changes.reserve(holder("h"), counter("reserved"), 2);
        changes.add(counter("added"), 5);
        changes.put(new Entry(entry("e"), "lead_a", AT, null));
        changes.put(new Doc(DOC, 1, "{}"));
        changes.schedule(WORK);
    }

    @Test
    default void a_write_that_throws_changes_nothing_and_its_exception_comes_through() {
        Reads all = new Reads(
                List.of(counter("reserved"), counter("added")),
                List.of(entry("e")),
                List.of(DOC),
                List.of(holder("h")),
                List.of(stream("a")));

        assertThatThrownBy(() -> store().write(Writing.write(all, (view, changes) -> {
                            everything(changes);
                            throw new UnsupportedOperationException("changed my mind");
                        }))
                        .durable())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("changed my mind");

        assertThat(writing().counter(counter("reserved"))).isEqualTo(Counter.ZERO);
        assertThat(writing().counter(counter("added"))).isEqualTo(Counter.ZERO);
        assertThat(writing().hold(holder("h")).isEmpty()).isTrue();
        assertThat(writing().entry(entry("e"))).isEmpty();
        assertThat(writing().doc(DOC)).isEmpty();
        assertThat(store().events().stream(stream("a"))).isEmpty();
        assertThat(store().work().take(Samples.WORK, AT, 1, Duration.ofMinutes(1)))
                .isEmpty();

        writing().change(WriteContract::everything);
        assertThat(writing().counter(counter("reserved"))).isEqualTo(new Counter(0, 2));
    }

    @Test
    default void a_write_within_a_decision_is_refused_and_takes_the_whole_back() {
        assertThatThrownBy(() -> store().write(
                                Writing.write(Reads.counters(List.of(counter("outer"))), (view, changes) -> {
                                    changes.add(counter("outer"), 1);
                                    writing().change(inner -> inner.add(counter("inner"), 1));
                                    return true;
                                }))
                        .durable())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("decision");

        writing().change(changes -> changes.add(counter("later"), 1));
        assertThat(writing().counter(counter("outer"))).isEqualTo(Counter.ZERO);
        assertThat(writing().counter(counter("inner"))).isEqualTo(Counter.ZERO);
        assertThat(writing().counter(counter("later"))).isEqualTo(new Counter(1, 0));
    }

    @Test
    default void all_changes_of_a_write_happen_together() {
        writing().change(WriteContract::everything);

        assertThat(writing().counter(counter("reserved"))).isEqualTo(new Counter(0, 2));
        assertThat(writing().counter(counter("added"))).isEqualTo(new Counter(5, 0));
        assertThat(writing().hold(holder("h")).items()).hasSize(1);
        assertThat(writing().entry(entry("e"))).isPresent();
        assertThat(writing().doc(DOC)).isPresent();
        assertThat(store().events().stream(stream("a"))).hasSize(2);
        assertThat(store().work().take(Samples.WORK, AT, 1, Duration.ofMinutes(1)))
                .hasSize(1);
    }

    @Test
    default void a_decision_is_the_same_when_it_is_durable() {
        writing().change(changes -> changes.add(counter("a"), 4));

        Written<Long> written = store().write(Writing.write(
                Reads.counters(List.of(counter("a"))),
                (view, changes) -> view.counter(counter("a")).committed()));

        assertThat(written.decided()).isEqualTo(4);
        assertThat(written.durable()).isEqualTo(4);
        assertThat(written.durable()).isEqualTo(4);
    }

    @Test
    default void a_view_refuses_keys_that_were_not_declared() {
        writing().change(changes -> changes.add(counter("a"), 1));

        assertThatThrownBy(() -> store().write(Writing.write(Reads.NONE, (view, changes) -> view.counter(counter("a"))))
                        .durable())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(writing().counter(counter("a"))).isEqualTo(new Counter(1, 0));
    }

    @Test
    default void reserving_and_settling_are_refused_for_keys_that_were_not_declared() {
        Reads counterOnly = Reads.counters(List.of(counter("a")));
        Reads holderOnly = Reads.holders(List.of(holder("h")));
        writing().change(changes -> changes.reserve(holder("h"), counter("a"), 1));

        assertThatThrownBy(() -> write(counterOnly, changes -> changes.reserve(holder("h"), counter("a"), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Holder");
        assertThatThrownBy(() -> write(holderOnly, changes -> changes.reserve(holder("h"), counter("a"), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CounterKey");
        assertThatThrownBy(() -> write(counterOnly, changes -> changes.commit(holder("h"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(counterOnly, changes -> changes.release(holder("h"))))
                .isInstanceOf(IllegalArgumentException.class);

        write(holderOnly, changes -> changes.commit(holder("h")));
        assertThat(writing().counter(counter("a"))).isEqualTo(new Counter(1, 0));
    }

    private void write(Reads reads, Consumer<Changes> change) {
        store().write(Writing.write(reads, (view, changes) -> {
                    change.accept(changes);
                    return true;
                }))
                .durable();
    }

    @Test
    default void a_store_that_is_closed_twice_does_not_mind() {
        writing().change(WriteContract::everything);
        assertThat(store().events().stream(stream("a"))).hasSize(2);

        store().close();
        store().close();
    }

    @Test
    default void a_closed_store_refuses_writes() {
        writing().append(stream("a"), events(stream("a"), 1, 1));
        assertThat(store().events().stream(stream("a"))).hasSize(1);

        store().close();

        assertThatThrownBy(() -> writing().change(changes -> changes.add(counter("a"), 1)))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
