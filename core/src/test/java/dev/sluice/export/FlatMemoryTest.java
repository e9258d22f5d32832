package dev.sluice.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.StillTime;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Page;
import dev.sluice.store.StreamId;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However long an export is, it holds no more events than a page of them. */
class FlatMemoryTest {
    private static final Instant AT = Instant.parse("2026-03-15T12:00:00Z");
    /** The page that is read, and the one before it, which the last row may still lie in. */
    private static final int HELD = 1_000;

    /** A log that makes its events when they are read, and knows which of them somebody still holds. */
    private static final class Endless implements Events {
        private final int size;
        private final List<WeakReference<Event>> given = new ArrayList<>();

        private Endless(int size) {
            this.size = size;
        }

        @Override
        public List<Event> stream(StreamId stream) {
            Event event = event(Long.parseLong(stream.id().substring("lead_".length())));
            return List.of(event);
        }

        @Override
        public Page<Event> after(Cursor cursor, int limit) {
            int from = cursor.text().isEmpty() ? 0 : Integer.parseInt(cursor.text());
            List<Event> events = new ArrayList<>();
            for (int i = from; i < Math.min(size, from + limit); i++) {
                events.add(event(i));
            }
            return new Page<>(events, events.isEmpty() ? cursor : new Cursor(String.valueOf(from + events.size())));
        }

        private Event event(long number) {
            Scope lead = Scope.EMPTY.with(Section.LEAD, Obj.of(Map.of("note", Value.text("row " + number))));
            Event event = Event.of(new StreamId("default", "lead_" + number), 1, EventType.SOURCE_SUBMITTED, AT)
                    .snapshot(lead, null)
                    .build();
            given.add(new WeakReference<>(event));
            return event;
        }

        /** Collects what nobody holds, as often as it takes. */
        private long held() {
            long held = Long.MAX_VALUE;
            for (int i = 0; i < 10 && held > HELD; i++) {
                System.gc();
                held = given.stream().filter(event -> event.get() != null).count();
            }
            return held;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 200_000})
    void rows_held_do_not_grow_with_rows_written(int rows) throws IOException {
        Endless log = new Endless(rows);
        long[] held = {-1};
        Sluice sluice = Sluice.builder()
                .store(new MortalStore(MemoryStore.create(), log))
                .time(new StillTime("2026-03-16T12:00:00Z"))
                .build();
        Exports exports = Exports.over(sluice)
                .format("lines", LineFormat.withHeader())
                .listener((written, share) -> held[0] = written == rows - 1 ? log.held() : held[0])
                .build();

        ExportJob job = exports.write(
                ExportRequest.events()
                        .format("lines")
                        .columns(Columns.parse("lead_id,note"))
                        .build(),
                OutputStream.nullOutputStream());

        assertThat(job.rows()).isEqualTo(rows);
        assertThat(held[0]).isBetween(1L, (long) HELD);
    }
}
