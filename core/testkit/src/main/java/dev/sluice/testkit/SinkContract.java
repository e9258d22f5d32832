package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Deadline;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.export.firehose.Sink;
import dev.sluice.export.firehose.SinkBatch;
import dev.sluice.export.firehose.SinkResult;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Sink} must do. Extend it and say how an empty one is made, and what it holds. */
public abstract class SinkContract {
    private static final List<String> HOSTILE = List.of(
            "=cmd|' /C calc'!A0",
            "'; DROP TABLE events; --",
            "two\r\nlines",
            "nul \0 here",
            "half \ud83d a pair",
            "\u202eturned",
            "{{lead.email}}",
            "");

    /** An empty sink; asked for once in each test. */
    protected abstract Sink sink();

    /** The ids of all events that the sink holds, in any order; one that is there twice is listed twice. */
    protected abstract List<String> held();

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30), () -> 0);
    }

    private static SinkBatch batch(long sequence, List<Event> events) {
        return new SinkBatch("contract", sequence, Samples.AT, events, soon());
    }

    private static List<Event> events(String stream, long from, long to) {
        return Samples.events(Samples.stream(stream), from, to);
    }

    private static List<String> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }

    @Test
    void trying_the_way_leaves_no_event() {
        Sink sink = sink();

        assertThat(sink.verify(soon())).isEqualTo(SinkResult.taken());

        assertThat(held()).isEmpty();
        assertThat(sink.take(batch(1, events("a", 1, 1)))).isEqualTo(SinkResult.taken());
    }

    @Test
    void a_batch_is_kept() {
        List<Event> events = events("a", 1, 5);

        assertThat(sink().take(batch(1, events))).isEqualTo(SinkResult.taken());

        assertThat(held()).containsExactlyInAnyOrderElementsOf(ids(events));
    }

    @Test
    void the_same_batch_again_is_kept_once() {
        Sink sink = sink();
        SinkBatch batch = batch(1, events("a", 1, 5));

        assertThat(sink.take(batch)).isEqualTo(SinkResult.taken());
        assertThat(sink.take(batch)).isEqualTo(SinkResult.taken());

        assertThat(held()).containsExactlyInAnyOrderElementsOf(ids(batch.events()));
    }

    @Test
    void one_batch_after_the_other() {
        Sink sink = sink();
        List<Event> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            List<Event> some = events("s" + i, 1, 3);
            all.addAll(some);
            assertThat(sink.take(batch(i + 1, some))).isEqualTo(SinkResult.taken());
        }

        assertThat(held()).containsExactlyInAnyOrderElementsOf(ids(all));
    }

    @Test
    void whatever_values_hold() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            String text = HOSTILE.get(i);
            Scope lead = Scope.EMPTY.with(Section.LEAD, Obj.of(Map.of("note", Value.text(text))));
            events.add(Event.of(Samples.stream("h"), i + 1, EventType.FILTER_PASSED, Samples.AT)
                    .reason(text)
                    .step(text)
                    .snapshot(lead, null)
                    .build());
        }

        assertThat(sink().take(batch(1, events))).isEqualTo(SinkResult.taken());

        assertThat(held()).containsExactlyInAnyOrderElementsOf(ids(events));
    }

    @Test
    void a_time_that_is_over_is_no_exception() {
        long[] nanos = {0};
        Deadline deadline = Deadline.in(Duration.ofMillis(1), () -> nanos[0]);
        nanos[0] = 1_000_000_000;
        List<Event> events = events("a", 1, 2);

        SinkResult result = sink().take(new SinkBatch("contract", 1, Samples.AT, events, deadline));

        assertThat(result).isNotNull();
        if (result instanceof SinkResult.Taken) {
            assertThat(held()).containsExactlyInAnyOrderElementsOf(ids(events));
        }
    }
}
