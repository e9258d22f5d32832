package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.cli.frame.Progress;
import dev.sluice.cli.leads.LeadFile;
import dev.sluice.cli.leads.LeadForm;
import dev.sluice.cli.log.ReportText;
import dev.sluice.cli.run.NumberedIds;
import dev.sluice.cli.run.Passage;
import dev.sluice.cli.run.RecordedTime;
import dev.sluice.cli.stub.Stubs;
import dev.sluice.event.Event;
import dev.sluice.feedback.Feedback;
import dev.sluice.feedback.FeedbackForwarder;
import dev.sluice.feedback.FeedbackItem;
import dev.sluice.feedback.FeedbackTerms;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.report.Metric;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.Reports;
import dev.sluice.report.StandardReports;
import dev.sluice.store.Changes;
import dev.sluice.store.Cursor;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Page;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of the demo's ten thousand leads: as written down, and every total counted again from the events. */
@Tag("long")
class DemoReportsTest {
    private static final MemoryStore STORE = MemoryStore.create();
    private static final List<Event> EVENTS = new ArrayList<>();

    @BeforeAll
    static void run() throws IOException {
        Time clock = new RecordedTime(Instant.parse("2026-11-21T00:00:00Z"));
        Sluice sluice = Stubs.wire(Sluice.builder(), clock, List.of())
                .store(STORE)
                .time(clock)
                .random(new SplittableRandom(1))
                .ids(new NumberedIds(0))
                .build();
        Passage passage = new Passage(List.of(), Progress.NONE, line -> {});
        try (InputStream in = Files.newInputStream(Path.of("../demo/leads.csv"))) {
            passage.through(
                    sluice.open(FlowDefinition.read(Path.of("../demo/flow.json"))),
                    UnaryOperator.identity(),
                    LeadFile.open(in, new LeadForm(Optional.empty(), true), passage),
                    -1);
        }
        EVENTS.addAll(all(STORE));
    }

    private static List<Event> all(MemoryStore store) {
        List<Event> all = new ArrayList<>();
        Page<Event> page = store.events().after(Cursor.START, 5_000);
        while (!page.events().isEmpty()) {
            all.addAll(page.events());
            page = store.events().after(page.next(), 5_000);
        }
        return all;
    }

    private static Report report(String name) {
        return report(StandardReports.all().get(name));
    }

    private static Report report(ReportDefinition definition) {
        return Reports.over(STORE.events(), "default", new RecordedTime(Instant.parse("2026-11-21T00:00:00Z")))
                .run(definition);
    }

    @Test
    void reports_are_as_they_were_written_down() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name :
                List.of("summary", "sources", "recipients", "rejections", "source-scorecard", "buyer-scorecard")) {
            all.append(ReportText.table(report(name))).append('\n');
        }

        assertThat(all.toString()).isEqualTo(Files.readString(Path.of("src/test/resources/demo-reports.txt")));
    }

    @Test
    void every_total_is_what_the_events_add_up_to() {
        Report summary = report("summary");

        assertThat(total(summary, "submitted")).isEqualByComparingTo(count(event -> is(event, "source.submitted")));
        assertThat(total(summary, "accepted")).isEqualByComparingTo(count(event -> is(event, "source.accepted")));
        assertThat(total(summary, "rejected")).isEqualByComparingTo(count(event -> is(event, "source.rejected")));
        Set<String> pairs = new HashSet<>();
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal sold = BigDecimal.ZERO;
        for (Event event : EVENTS) {
            if (is(event, "recipient.delivered")) {
                pairs.add(event.leadId() + event.step().orElseThrow());
                revenue = revenue.add(event.revenue().orElseThrow());
            }
            if (is(event, "flow.completed")) {
                cost = cost.add(event.cost().orElseThrow());
                sold = sold.add(event.revenue().orElseThrow());
            }
            if (event.type().family().equals("enhancement")) {
                cost = cost.add(event.cost().orElse(BigDecimal.ZERO));
            }
        }
        assertThat(total(summary, "delivered")).isEqualByComparingTo(BigDecimal.valueOf(pairs.size()));
        assertThat(total(summary, "revenue")).isEqualByComparingTo(revenue).isEqualByComparingTo(sold);
        assertThat(total(summary, "cost")).isEqualByComparingTo(cost);
        assertThat(total(summary, "margin"))
                .isEqualByComparingTo(revenue.subtract(cost))
                .isEqualByComparingTo("29589.53");
    }

    /** What came back from buyers, of a copy of the run: returns, of which the source takes some, conversions, contacts. */
    private static MemoryStore withFeedback() {
        MemoryStore copy = MemoryStore.create();
        Map<StreamId, List<Event>> streams = new LinkedHashMap<>();
        EVENTS.forEach(event ->
                streams.computeIfAbsent(event.stream(), id -> new ArrayList<>()).add(event));
        streams.forEach(
                (stream, events) -> copy.write(appending(stream, events)).durable());
        Time later = new RecordedTime(Instant.parse("2026-11-20T00:00:00Z"));
        Feedback feedback = Feedback.over(copy, "default", later)
                .accepting(FeedbackTerms.returns().credit(new BigDecimal("100"), new BigDecimal("50")))
                .accepting(FeedbackTerms.conversions())
                .accepting(FeedbackTerms.of("contacted"))
                .forwarding("partner-c", FeedbackItem.RETURN, said -> FeedbackForwarder.Answer.success())
                .forwarding("social-ads", FeedbackItem.RETURN, said -> FeedbackForwarder.Answer.failure("No"));
        List<Event> delivered = EVENTS.stream()
                .filter(event -> is(event, "recipient.delivered"))
                .toList();
        for (int i = 0; i < delivered.size(); i += 20) {
            feedback.receive(FeedbackItem.returned(delivered.get(i).id(), "wrong number"));
            feedback.receive(FeedbackItem.conversion(delivered.get(i + 1).id()).revenue(new BigDecimal("1.005")));
            feedback.receive(FeedbackItem.of("contacted", delivered.get(i + 2).id()));
        }
        return copy;
    }

    private static Write<Boolean> appending(StreamId stream, List<Event> events) {
        return new Write<>() {
            @Override
            public Reads reads() {
                return new Reads(List.of(), List.of(), List.of(), List.of(), List.of(stream));
            }

            @Override
            public Boolean decide(View view, Changes changes) {
                changes.append(stream, events);
                return true;
            }
        };
    }

    @Test
    void every_metric_is_what_it_is_when_counted_by_hand() {
        MemoryStore store = withFeedback();
        String[] names = Metric.all().stream().map(Metric::name).toArray(String[]::new);
        Report report = Reports.over(store.events(), "default", new RecordedTime(Instant.parse("2026-11-21T00:00:00Z")))
                .run(ReportDefinition.builder("all").columns(names).build());
        Map<String, BigDecimal> counted = new CountedByHand(all(store)).values();

        assertThat(counted.keySet()).containsExactlyInAnyOrder(names);
        for (String name : names) {
            BigDecimal value = counted.get(name);
            if (value == null) {
                assertThat(report.total(name).isMissing()).as(name).isTrue();
            } else {
                assertThat(total(report, name)).as(name).isCloseTo(value, within(new BigDecimal("0.0000001")));
            }
        }
        assertThat(List.of("revenue", "cost", "credited_revenue"))
                .as("money is exact")
                .allSatisfy(name -> assertThat(total(report, name)).isEqualByComparingTo(counted.get(name)));
        assertThat(counted.get("returns_sent")).isPositive();
        assertThat(counted.get("contact_rate")).isPositive();
    }

    @Test
    void whatever_rows_are_of_they_add_up_to_the_whole() {
        for (String dimension : List.of("source", "flow", "day", "hour_of_day", "weekday", "month")) {
            Report report = report(ReportDefinition.builder("r")
                    .columns(dimension, "submitted", "accepted", "rejected", "delivered", "cost", "revenue", "margin")
                    .build());
            for (String column :
                    List.of("submitted", "accepted", "rejected", "delivered", "cost", "revenue", "margin")) {
                BigDecimal sum = report.rows().stream()
                        .map(row -> number(report.value(row, column)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as(dimension + " " + column).isEqualByComparingTo(total(report("summary"), column));
            }
        }
    }

    @Test
    void the_page_of_all_leads_has_every_event_and_stays_below_ten_megabytes(@TempDir Path folder) throws IOException {
        Time clock = new RecordedTime(Instant.parse("2026-11-21T00:00:00Z"));
        Sluice sluice = Sluice.builder().store(STORE).time(clock).build();
        Path file = folder.resolve("out.html");
        dev.sluice.workbench.page.Page.over(sluice).write(file);

        assertThat(Files.size(file)).isLessThan(10_000_000);
        assertThat(Files.readString(file))
                .contains("<dt>Submitted</dt><dd>10,000</dd>", "<dt>Margin</dt><dd>29,589.53")
                .contains("id=\"piece-99\"")
                .doesNotContain("are listed; the figures above");
    }

    private static boolean is(Event event, String type) {
        return event.type().text().equals(type);
    }

    private static BigDecimal count(Predicate<Event> which) {
        return BigDecimal.valueOf(EVENTS.stream().filter(which).count());
    }

    private static BigDecimal total(Report report, String column) {
        return number(report.total(column));
    }

    private static BigDecimal number(Value value) {
        return value instanceof Num number ? number.value() : BigDecimal.ZERO;
    }
}
