package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Alike;
import dev.sluice.store.Changes;
import dev.sluice.store.Likeness;
import dev.sluice.store.Reads;
import dev.sluice.store.Selection;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of alike events come from the database, counted; what reports make of them is in the contract of stores. */
class AlikeEventsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int EVENTS = 3_000;

    @TempDir
    Path folder;

    private Store filled() {
        Store store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"));
        List<Event> events = new ArrayList<>();
        StreamId stream = new StreamId("default", "lead_1");
        for (int i = 1; i <= EVENTS; i++) {
            Instant at = NOON.plus(Duration.ofMinutes(i));
            events.add(Event.of(stream, i, EventType.SOURCE_SUBMITTED, at)
                    .context(new Event.Context("flow", 1, "", "source" + i % 2, i % 10 == 0, ""))
                    .build());
        }
        store.write(new Write<Boolean>() {
                    @Override
                    public Reads reads() {
                        return new Reads(List.of(), List.of(), List.of(), List.of(), List.of(stream));
                    }

                    @Override
                    public Boolean decide(View view, Changes changes) {
                        changes.append(stream, events);
                        return true;
                    }
                })
                .durable();
        return store;
    }

    @Test
    void alike_events_are_groups_with_their_number() {
        try (Store store = filled()) {
            Selection what = Selection.of("default").from(Set.of("flow"), Set.of());

            List<Alike> groups =
                    store.events().alike(what, Set.of(Likeness.SOURCE)).orElseThrow();

            assertThat(groups)
                    .extracting(
                            each -> each.any().context().source(),
                            each -> each.any().context().test(),
                            Alike::number)
                    .containsExactlyInAnyOrder(
                            tuple("source0", false, 1_200L),
                            tuple("source0", true, 300L),
                            tuple("source1", false, 1_500L));
        }
    }

    @Test
    void a_time_finds_its_events_only() {
        try (Store store = filled()) {
            Selection hour = Selection.of("default").between(NOON, NOON.plus(Duration.ofHours(1)));

            List<Alike> quarters =
                    store.events().alike(hour, EnumSet.of(Likeness.QUARTER)).orElseThrow();

            assertThat(quarters.stream()
                            .filter(each -> each.any().at().equals(NOON))
                            .mapToLong(Alike::number)
                            .sum())
                    .as("from the minute after noon")
                    .isEqualTo(14);
            assertThat(quarters.stream().mapToLong(Alike::number).sum()).isEqualTo(59);
        }
    }
}
