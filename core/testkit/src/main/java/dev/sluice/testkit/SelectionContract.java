package dev.sluice.testkit;

import static dev.sluice.testkit.Samples.stream;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.report.Period;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.Reports;
import dev.sluice.report.StandardReports;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.store.Selection;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reading selected events stream by stream, and reports of them, against reading the log in its own order. */
interface SelectionContract {
    Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    int LEADS = 120;

    Store store();

    /** Leads of a few events each, written so that the streams are mixed. */
    private void write() {
        Writing writing = new Writing(store());
        for (int round = 1; round <= 5; round++) {
            int seq = round;
            writing.change(changes -> {
                for (int lead = 0; lead < LEADS; lead++) {
                    StreamId stream = stream("s" + lead);
                    changes.append(stream, List.of(event(stream, seq, new Random(seq * 1_000L + lead))));
                }
            });
        }
        StreamId foreign = new StreamId("other", "lead_s0");
        writing.append(foreign, List.of(event(foreign, 1, new Random(7))));
    }

    private static Event event(StreamId stream, int seq, Random random) {
        EventType[] types = {
            EventType.SOURCE_SUBMITTED,
            seq % 3 == 0 ? EventType.SOURCE_REJECTED : EventType.SOURCE_ACCEPTED,
            EventType.RECIPIENT_ERROR,
            EventType.RECIPIENT_DELIVERED,
            EventType.FLOW_COMPLETED
        };
        Instant at = BEGIN.plusSeconds(seq * 3_600L + random.nextInt(3_000)).plusMillis(seq);
        return Event.of(stream, seq, types[seq - 1], at)
                .context(new Event.Context("solar", 1, "hash", "source" + random.nextInt(3), false, "engine"))
                .step("step")
                .entity("buyer" + random.nextInt(4))
                .generation(1)
                .attempt(seq - 2)
                .outcome(seq == 3 ? Outcome.ERROR : Outcome.SUCCESS)
                .reason(seq == 3 ? "Timeout" : null)
                .cost(seq == 2 || seq == 5 ? new BigDecimal("1.00000012") : null)
                .revenue(seq == 4 ? BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(9)) : null)
                .durationMs(random.nextInt(500))
                .facts(Obj.EMPTY.with("gate", new Text("criteria")))
                .build();
    }

    private List<Event> inOrder(Selection what) {
        List<Event> selected = new ArrayList<>();
        Cursor cursor = Cursor.START;
        for (Page<Event> page = store().events().after(cursor, 50);
                !page.events().isEmpty();
                page = store().events().after(page.next(), 50)) {
            page.events().stream().filter(what::has).forEach(selected::add);
        }
        return selected;
    }

    private Map<StreamId, List<Event>> byStream(Selection what) {
        Map<StreamId, List<Event>> streams = new HashMap<>();
        store().events().byStream(what, stream -> {
            List<Event> before = streams.put(stream.get(0).stream(), stream);
            assertThat(before).as("a stream is shown once").isNull();
        });
        return streams;
    }

    @Test
    default void selected_events_are_shown_stream_by_stream() {
        write();
        Selection some = Selection.of(Samples.ACCOUNT)
                .between(BEGIN.plusSeconds(7_300), BEGIN.plusSeconds(14_401))
                .ofTypes(Set.of(EventType.SOURCE_ACCEPTED, EventType.RECIPIENT_ERROR));

        for (Selection what : List.of(Selection.of(Samples.ACCOUNT), some, some.withFactsOf(some.types()))) {
            Map<StreamId, List<Event>> streams = byStream(what);
            List<Event> expected = inOrder(what);

            assertThat(streams.values().stream().mapToInt(List::size).sum())
                    .isEqualTo(expected.size())
                    .isPositive();
            for (Event event : expected) {
                assertThat(streams.get(event.stream())).anySatisfy(shown -> assertSameColumns(shown, event));
            }
        }
    }

    private static void assertSameColumns(Event shown, Event event) {
        assertThat(shown.seq()).isEqualTo(event.seq());
        assertThat(shown.type()).isEqualTo(event.type());
        assertThat(shown.at()).isEqualTo(event.at());
        assertThat(shown.entity()).isEqualTo(event.entity());
        assertThat(shown.outcome()).isEqualTo(event.outcome());
        assertThat(shown.reason()).isEqualTo(event.reason());
        assertThat(shown.cost()).isEqualTo(event.cost());
        assertThat(shown.revenue()).isEqualTo(event.revenue());
        assertThat(shown.durationMs()).isEqualTo(event.durationMs());
        assertThat(shown.attempt()).isEqualTo(event.attempt());
        assertThat(shown.context().source()).isEqualTo(event.context().source());
    }

    @Test
    default void whole_events_are_shown_as_they_were_written() {
        List<Event> written = Samples.everything(stream("a"));
        new Writing(store()).append(stream("a"), written);

        SameEvents.assertSame(
                byStream(Selection.of(Samples.ACCOUNT).whole()).getOrDefault(stream("a"), List.of()), written);
        SameEvents.assertSame(
                byStream(Selection.of(Samples.ACCOUNT)
                                .between(written.get(2).at(), Instant.MAX)
                                .whole())
                        .getOrDefault(stream("a"), List.of()),
                written.subList(2, 3));
    }

    @Test
    default void nothing_selected_shows_nothing() {
        write();

        assertThat(byStream(Selection.of("other"))).hasSize(1);
        assertThat(byStream(Selection.of("nobody"))).isEmpty();
        assertThat(byStream(Selection.of(Samples.ACCOUNT).between(Instant.MIN, BEGIN)))
                .isEmpty();
        assertThat(byStream(Selection.of(Samples.ACCOUNT).between(Instant.MAX, Instant.MAX)))
                .isEmpty();
    }

    @Test
    default void every_report_is_the_same_as_by_one_pass_over_the_log() {
        write();
        Reports own = Reports.over(store().events(), Samples.ACCOUNT, VirtualTime.at(BEGIN.plus(Duration.ofDays(1))));
        Reports plain = Reports.over(
                new InItsOwnOrder(store().events()), Samples.ACCOUNT, VirtualTime.at(BEGIN.plus(Duration.ofDays(1))));
        Period hours = Period.between(BEGIN.plusSeconds(7_200), BEGIN.plusSeconds(14_400));

        for (ReportDefinition report : StandardReports.all().values()) {
            for (ReportDefinition asked : List.of(report, report.in(hours))) {
                Report shown = own.run(asked);
                assertThat(shown).as(asked.name()).isEqualTo(plain.run(asked));
            }
        }
        assertThat(own.run(requireNonNull(StandardReports.all().get("summary")))
                        .total("cost")
                        .text())
                .as("exact to the last digit")
                .isEqualTo("120.0000144");
    }

    /** A log that has nothing but its own order. */
    record InItsOwnOrder(Events events) implements Events {
        @Override
        public List<Event> stream(StreamId stream) {
            return events.stream(stream);
        }

        @Override
        public Page<Event> after(Cursor cursor, int limit) {
            return events.after(cursor, limit);
        }
    }
}
