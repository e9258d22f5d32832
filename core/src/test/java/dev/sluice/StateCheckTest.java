package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Holder;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Ownership;
import dev.sluice.store.Reads;
import dev.sluice.store.StateCheck;
import dev.sluice.store.StateCheck.Difference;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StateCheckTest {
    private static final CounterKey SOLD = new CounterKey("default", "step/solar/buyer/day", "2024-01-15T00:00:00Z");

    private final MemoryStore store = MemoryStore.create();

    private void sell() {
        FlowDefinition flow = Solar.flow()
                .step(RecipientStep.to("buyer", "takes")
                        .cap(Cap.of("day", 9, TimeUnit.DAY))
                        .build())
                .build();
        Sluice.builder()
                .store(store)
                .time(new StillTime("2024-01-15T14:30:45.123Z"))
                .delivery("takes", request -> DeliveryResult.success())
                .build()
                .open(flow)
                .submit(Solar.lead("john@example.com"));
    }

    private List<String> afterBreaking(Consumer<Changes> fault) {
        sell();
        assertThat(StateCheck.of(store, "default").differences()).isEmpty();
        change(fault);
        return StateCheck.of(store, "default").differences().stream()
                .map(Difference::toString)
                .toList();
    }

    private void change(Consumer<Changes> fault) {
        store.write(new Write<Boolean>() {
            @Override
            public Reads reads() {
                return Reads.counters(List.of(SOLD)).and(Reads.holders(List.of(new Holder("default", "somebody"))));
            }

            @Override
            public Boolean decide(View view, Changes changes) {
                fault.accept(changes);
                return true;
            }
        });
    }

    @Test
    void a_counter_that_counts_too_much_is_found() {
        assertThat(afterBreaking(changes -> changes.add(SOLD, 1)))
                .containsExactly(
                        "counter step/solar/buyer/day 2024-01-15T00:00:00Z: 2 + 0 in the store, 1 + 0 by the events");
    }

    /** A cap of one: the second lead is refused, and the cap was told to be full. */
    @Test
    void notes_of_caps_that_no_event_tells_of_are_found() {
        Flow flow = Sluice.builder()
                .store(store)
                .time(new StillTime("2024-01-15T14:30:45.123Z"))
                .delivery("takes", request -> DeliveryResult.success())
                .build()
                .open(Solar.flow()
                        .cap(Cap.of("one", 1, TimeUnit.DAY))
                        .step(RecipientStep.to("buyer", "takes")
                                .cap(Cap.of("own", 1, TimeUnit.DAY))
                                .build())
                        .build());
        flow.submit(Solar.lead("ann@example.com"));
        flow.submit(Solar.lead("bob@example.com"));
        assertThat(StateCheck.of(store, "default").differences()).isEmpty();
        List<CounterKey> notes = store.inventory("default").counters().keySet().stream()
                .filter(key -> key.key().contains("#re"))
                .toList();
        assertThat(notes).hasSize(3);

        for (CounterKey note : notes) {
            change(changes -> changes.add(note, 1));
            assertThat(StateCheck.of(store, "default").differences())
                    .extracting(Difference::what, Difference::counted, Difference::kept)
                    .containsExactly(tuple("note", "1", "2"));
            change(changes -> changes.add(note, -1));
        }
    }

    @Test
    void a_reservation_without_an_event_is_found() {
        assertThat(afterBreaking(changes -> changes.reserve(new Holder("default", "somebody"), SOLD, 1)))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("hold somebody: "))
                .anyMatch(line -> line.startsWith("counter step/solar/buyer/day"));
    }

    @Test
    void a_lead_that_is_open_though_it_has_ended_and_an_entry_of_no_lead_are_found() {
        EntryKey key = new EntryKey("default", "seen", "token");
        assertThat(afterBreaking(changes -> {
                    changes.own(new Ownership(new StreamId("default", "lead_x"), "run", 1, Instant.EPOCH));
                    changes.put(new Entry(key, "lead_gone", Instant.EPOCH, null));
                }))
                .containsExactly(
                        "lead lead_x: open in the store, nothing by the events",
                        "entry seen token: one of that lead in the store, no lead lead_gone by the events");
    }
}
