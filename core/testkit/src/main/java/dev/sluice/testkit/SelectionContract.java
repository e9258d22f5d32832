package dev.sluice.testkit;

import static dev.sluice.testkit.Samples.stream;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Time;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.report.Metric;
import dev.sluice.report.Period;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.ReportDefinition.Filter;
import dev.sluice.report.Reports;
import dev.sluice.report.StandardReports;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.store.Selection;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
    int ROUNDS = 7;

    /** Each such lead is a test. */
    int TEST_LEADS = 24;

    Store store();

    /** Leads of a few events each, written so that the streams are mixed. */
    private void write() {
        Writing writing = new Writing(store());
        for (int round = 1; round <= ROUNDS; round++) {
            int seq = round;
            writing.change(changes -> {
                for (int lead = 0; lead < LEADS; lead++) {
                    StreamId stream = stream("s" + lead);
                    Random random = new Random(seq * 1_000L + lead);
                    String source = "source" + lead % 3;
                    boolean test = lead % TEST_LEADS == 0;
                    changes.append(stream, List.of(event(stream, seq, source, test, random)));
                }
            });
        }
        StreamId foreign = new StreamId("other", "lead_s0");
        writing.append(foreign, List.of(event(foreign, 1, "source1", false, new Random(7))));
    }

    private static Event event(StreamId stream, int seq, String source, boolean test, Random random) {
        EventType[] types = {
            EventType.SOURCE_SUBMITTED,
            random.nextInt(3) == 0 ? EventType.SOURCE_REJECTED : EventType.SOURCE_ACCEPTED,
            EventType.RECIPIENT_ERROR,
            random.nextInt(4) == 0 ? EventType.RECIPIENT_FAILED : EventType.RECIPIENT_DELIVERED,
            EventType.FLOW_COMPLETED,
            EventType.FEEDBACK_PROCESSED,
            EventType.ENHANCEMENT_SUCCESS
        };
        EventType type = types[seq - 1];
        boolean ofStep = type.family().equals("recipient") || type.family().equals("enhancement");
        Instant at = BEGIN.plusSeconds(seq * 3_600L + random.nextInt(3_000)).plusMillis(seq);
        String gate = random.nextBoolean() ? "criteria" : "duplicate";
        String kind = random.nextBoolean() ? "return" : "conversion";
        return Event.of(stream, seq, type, at)
                .context(
                        new Event.Context(random.nextInt(9) == 0 ? "roof" : "solar", 1, "hash", source, test, "engine"))
                .step(ofStep || seq == 6 ? "step" + random.nextInt(2) : null)
                .entity(ofStep && random.nextInt(5) > 0 ? "buyer" + random.nextInt(4) : sender(source))
                .generation(1)
                .attempt(seq - 2)
                .outcome(seq == 3 ? Outcome.ERROR : Outcome.SUCCESS)
                .reason(seq == 3 ? "Timeout: " + random.nextInt(3) : null)
                .cost(seq == 2 || seq == 5 ? new BigDecimal("1.00000012") : null)
                .revenue(seq == 4 ? BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(9)) : null)
                .durationMs(random.nextInt(500))
                .facts(Obj.EMPTY
                        .with("gate", new Text(gate))
                        .with("feedback", Obj.EMPTY.with("type", new Text(kind)))
                        .with("revenue_credited", Num.of(new BigDecimal("0.123456789"))))
                .build();
    }

    /** One source has an entity of its own, one that of a buyer. */
    private static String sender(String source) {
        return switch (source) {
            case "source1" -> "company";
            case "source2" -> "buyer1";
            default -> source;
        };
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
        Report summary = own.run(requireNonNull(StandardReports.all().get("summary")));
        Selection accepted = Selection.of(Samples.ACCOUNT).ofTypes(Set.of(EventType.SOURCE_ACCEPTED));
        long real = inOrder(accepted).stream()
                .filter(event -> !event.context().test())
                .count();
        assertThat(summary.total("cost").text())
                .as("exact to the last digit")
                .isEqualTo(new BigDecimal("1.00000012")
                        .multiply(BigDecimal.valueOf(real))
                        .toPlainString());
    }

    @Test
    default void every_metric_in_every_group_is_the_same_as_by_one_pass_over_the_log() {
        write();
        Time later = VirtualTime.at(BEGIN.plus(Duration.ofDays(1)));
        Reports own = Reports.over(store().events(), Samples.ACCOUNT, later);
        Reports plain = Reports.over(new InItsOwnOrder(store().events()), Samples.ACCOUNT, later);
        assertThat(store().events().after(Cursor.START, 1).events())
                .as("what was written")
                .isNotEmpty();

        String[] all = Metric.all().stream().map(Metric::name).toArray(String[]::new);
        for (String[] metrics : List.of(all, OF_EVENTS, TIMES)) {
            for (ReportDefinition report : asked(metrics)) {
                assertThat(own.run(report)).as(report.toJson()).isEqualTo(plain.run(report));
            }
        }
    }

    /** Those that single events tell, most of them by columns alone. */
    String[] OF_EVENTS = {
        "submitted",
        "accepted",
        "rejection_rate",
        "duplicates",
        "returns",
        "conversions",
        "errors",
        "feedback",
        "completed"
    };

    /** Those that single events tell by how long they took. */
    String[] TIMES = {"response_time_p95", "response_time_stddev", "enhancement_time_avg", "enhancement_hit_rate"};

    private static List<ReportDefinition> asked(String[] metrics) {
        List<ReportDefinition> reports = new ArrayList<>();
        ReportDefinition.Builder none = ReportDefinition.builder("all").columns(metrics);
        reports.add(none.build());
        for (String group :
                List.of("source", "recipient", "step", "reason_kind", "outcome", "gate", "minute", "hour")) {
            reports.add(ReportDefinition.builder(group)
                    .columns(group)
                    .columns(metrics)
                    .build());
        }
        ReportDefinition ofHours = ReportDefinition.builder("hours")
                .columns("hour_of_day", "flow")
                .columns(metrics)
                .build()
                .in(ZoneId.of("Asia/Kathmandu"));
        reports.add(ofHours);
        reports.add(ofHours.in(ZoneId.of("-00:44:30")));
        reports.add(ofHours.in(ZoneId.of("America/New_York")));
        reports.add(ofHours.in(Period.between(BEGIN.plusSeconds(7_200), BEGIN.plusNanos(14_400_000_500_000L))));
        reports.add(ofHours.of(new Filter(Set.of("solar"), Set.of("source1", "source2"), Set.of(), null)));
        reports.add(ofHours.of(new Filter(Set.of(), Set.of(), Set.of("buyer1", "step1"), null)));
        return reports;
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
