package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the contract of stores does not say: a store in memory that forgets, and one write's changes after another's. */
class MemoryStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-15T14:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final MemoryStore store = MemoryStore.keepingLast(10);

    private static StreamId lead(int number) {
        return new StreamId("acme", "lead_" + number);
    }

    private static List<Event> event(StreamId lead, long seq) {
        return List.of(Event.of(lead, seq, EventType.SOURCE_SUBMITTED, NOW).build());
    }

    private void write(Consumer<Changes> change) {
        store.write(new Write<Boolean>() {
            @Override
            public Reads reads() {
                return Reads.NONE;
            }

            @Override
            public Boolean decide(View view, Changes changes) {
                change.accept(changes);
                return Boolean.TRUE;
            }
        });
    }

    private void pass(int from, int to) {
        for (int i = from; i < to; i++) {
            StreamId lead = lead(i);
            write(changes -> changes.append(lead, event(lead, 1)));
        }
    }

    @Test
    void a_lead_that_is_open_keeps_its_owner_when_its_events_are_forgotten() {
        Ownership owner = new Ownership(lead(0), "run_1", Ownership.FIRST, LATER);
        write(changes -> {
            changes.append(lead(0), event(lead(0), 1));
            changes.own(owner);
        });

        pass(1, 50);

        assertThat(store.events().stream(lead(0))).isEmpty();
        assertThat(store.leads().open("acme", LATER, 10)).containsExactly(owner);
        Ownership taken =
                store.leads().takeOver("acme", LATER, "run_2", LATER, 10).get(0);
        pass(50, 100);
        assertThatThrownBy(() -> write(changes -> changes.own(owner))).isInstanceOf(NotOwnerException.class);
        write(changes -> changes.append(lead(0), event(lead(0), 2)));
        write(changes -> changes.close(taken));
        assertThat(store.leads().open("acme", LATER.plusSeconds(1), 10)).isEmpty();
        pass(100, 150);
        assertThatThrownBy(() -> write(changes -> changes.own(owner))).isInstanceOf(NotOwnerException.class);
    }

    @Test
    void what_a_write_that_broke_wanted_is_never_made() {
        assertThatThrownBy(() -> write(changes -> {
                    changes.append(lead(0), event(lead(0), 1));
                    changes.add(new CounterKey("acme", "cap", ""), 1);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThatThrownBy(() -> write(changes -> changes.append(lead(1), event(lead(1), 7))))
                .isInstanceOf(IllegalStateException.class);

        pass(2, 3);

        assertThat(store.events().after(Cursor.START, 10).events()).hasSize(1);
        assertThat(store.inventory("acme").counters()).isEmpty();
    }
}
