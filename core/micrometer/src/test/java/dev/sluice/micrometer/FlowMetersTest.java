package dev.sluice.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enrichment;
import dev.sluice.event.Event;
import dev.sluice.feedback.Feedback;
import dev.sluice.feedback.FeedbackForwarder.Answer;
import dev.sluice.feedback.FeedbackItem;
import dev.sluice.feedback.FeedbackTerms;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Cap;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.Entity;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Retry;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.report.Dimension;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.Reports;
import dev.sluice.rules.Conditions;
import dev.sluice.store.Cursor;
import dev.sluice.store.MemoryStore;
import dev.sluice.testkit.VirtualTime;
import dev.sluice.types.Lead;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leads of all kinds, and what the registry and a report say of the same events. */
class FlowMetersTest {
    private static final int LEADS = 400;

    private final VirtualTime time = VirtualTime.at("2026-03-01T00:00:00Z");
    private final MemoryStore store = MemoryStore.create();
    private final Sluice sluice = Sluice.builder()
            .store(store)
            .time(time)
            .delivery("buyer", new MoodyBuyer())
            .enricher("intel", request -> {
                time.advance(Duration.ofMillis(40));
                return number(request.get("n").text()) % 3 == 0
                        ? Enrichment.failure("Unknown number").cost(new BigDecimal("0.01"))
                        : Enrichment.of("line_type", "mobile").cost(new BigDecimal("0.05"));
            })
            .build();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FlowMeters meters = FlowMeters.over(sluice, "live", registry);

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    /** Takes, refuses, breaks once, breaks for good, or loses its reply, by the number of the lead. */
    private final class MoodyBuyer implements DeliveryPlugin {
        @Override
        public DeliveryResult deliver(DeliveryRequest request) {
            int n = number(request.lead().get("n").text());
            time.advance(Duration.ofMillis(100 + n % 50));
            boolean first = request.delivery().attempt() == 1;
            return switch (n % 10) {
                case 1 ->
                    DeliveryResult.failure("No: " + request.lead().get("email").text());
                case 2 -> first ? DeliveryResult.error("Timeout").detail("code", "connection_timeout") : success();
                case 3 -> DeliveryResult.error("Down").detail("response_code", Value.number(503));
                case 4 -> DeliveryResult.unknown("Lost");
                default -> success();
            };
        }

        private DeliveryResult success() {
            return DeliveryResult.success();
        }
    }

    private static FlowDefinition flow() {
        return FlowDefinition.builder("solar")
                .field("email", "email")
                .field("n", "number")
                .source(SourceDefinition.builder("web")
                        .entity(new Entity("acme", "Acme"))
                        .build()
                        .pricing(Pricing.fixed("2.50")))
                .source(SourceDefinition.of("partner").pricing(Pricing.fixed("4")))
                .acceptance(AcceptanceCriteria.of(
                        Conditions.allOf(Conditions.field("lead.n").isNotEqualTo(7))))
                .step(EnhancementStep.of("intel", "intel", "intel", MappingDefinition.of("n", "{{lead.n}}")))
                .step(RecipientStep.to("premier", "buyer")
                        .entity(new Entity("buy_1", "Premier"))
                        .pricing(Pricing.fixed("10.10"))
                        .retry(Retry.USUAL.attempts(2).mode(Retry.Mode.INLINE))
                        .build())
                .step(RecipientStep.to("second", "buyer")
                        .pricing(Pricing.fixed("5"))
                        .cap(Cap.of("day", 100, dev.sluice.flow.TimeUnit.DAY))
                        .build())
                .build();
    }

    @BeforeEach
    void run() {
        Flow flow = sluice.open(flow());
        for (int n = 0; n < LEADS; n++) {
            flow.submit(Lead.from(n % 4 == 0 ? "partner" : "web")
                    .with("email", "ann" + n + "@example.com")
                    .with("n", Integer.toString(n % 60)));
        }
    }

    /** Of the events, in the order in which they were written: the first delivered is returned, and so on. */
    private void feedback() {
        Feedback feedback = Feedback.over(sluice)
                .accepting(FeedbackTerms.returns().credit(new BigDecimal("100"), new BigDecimal("50")))
                .accepting(FeedbackTerms.conversions())
                .forwarding("web", FeedbackItem.RETURN, item -> Answer.success());
        List<Event> delivered = store.events().after(Cursor.START, 100_000).events().stream()
                .filter(event -> event.type().text().equals("recipient.delivered"))
                .toList();
        for (int i = 0; i < 60; i++) {
            String id = delivered.get(i).id();
            feedback.receive(
                    i % 3 == 0
                            ? FeedbackItem.returned(id, "Wrong number")
                            : FeedbackItem.conversion(id).revenue(new BigDecimal("1.25")));
        }
        feedback.receive(FeedbackItem.of("quality", delivered.get(0).id()));
    }

    private Map<String, Double> counted(String meter, String... by) {
        return registry.find(meter).meters().stream()
                .collect(Collectors.groupingBy(
                        each -> key(each, by), TreeMap::new, Collectors.summingDouble(FlowMetersTest::amount)));
    }

    private static String key(Meter meter, String... by) {
        List<String> key = new ArrayList<>();
        for (String tag : by) {
            key.add(String.valueOf(meter.getId().getTag(tag)));
        }
        return String.join(" ", key);
    }

    private static double amount(Meter meter) {
        return meter instanceof Timer timer ? timer.totalTime(TimeUnit.MILLISECONDS) : ((Counter) meter).count();
    }

    private double of(String meter, String... tags) {
        return registry.find(meter).tags(tags).meters().stream()
                .mapToDouble(FlowMetersTest::amount)
                .sum();
    }

    private double timed(String meter, String... tags) {
        return registry.find(meter).tags(tags).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private Map<String, Double> reported(String metric, String... dimensions) {
        ReportDefinition.Builder report = ReportDefinition.builder("same").columns(metric);
        for (String each : dimensions) {
            report.groupBy(Dimension.named(each).orElseThrow());
        }
        Report made = Reports.over(sluice).run(report.build());
        Map<String, Double> rows = new TreeMap<>();
        for (List<Value> row : made.rows()) {
            String key =
                    row.subList(0, dimensions.length).stream().map(Value::text).collect(Collectors.joining(" "));
            double value = row.get(dimensions.length) instanceof Num number
                    ? number.value().doubleValue()
                    : 0;
            if (value != 0) {
                rows.put(key, value);
            }
        }
        return rows;
    }

    private double total(String metric) {
        Report made = Reports.over(sluice)
                .run(ReportDefinition.builder("same").columns(metric).build());
        return ((Num) made.total(metric)).value().doubleValue();
    }

    @Test
    void the_registry_says_what_a_report_over_the_same_events_says() {
        feedback();
        meters.refresh();

        Map<String, Double> same = new TreeMap<>();
        same.put("submitted", of("sluice.leads.submitted"));
        same.put("accepted", of("sluice.leads.accepted"));
        same.put("rejected", of("sluice.leads.rejected"));
        same.put("completed", timed("sluice.lead.time"));
        same.put("delivered", of("sluice.deliveries", "outcome", "success"));
        same.put("failed", of("sluice.deliveries", "outcome", "failure"));
        same.put("erred", of("sluice.deliveries", "outcome", "error"));
        same.put("errors", of("sluice.deliveries", "outcome", "error") + of("sluice.delivery.retries"));
        same.put("unknown", of("sluice.deliveries", "outcome", "unknown"));
        same.put("passed_over", of("sluice.deliveries", "outcome", "skip"));
        same.put("enhancements", timed("sluice.enhancement.time"));
        same.put("enhancement_time_total", of("sluice.enhancement.time"));
        same.put("response_time_total", of("sluice.delivery.time"));
        same.put("total_time_total", of("sluice.lead.time"));
        same.put("revenue", of("sluice.revenue") - of("sluice.revenue.credited"));
        same.put("credited_revenue", of("sluice.revenue.credited"));
        same.put("cost", of("sluice.cost") - of("sluice.cost.credited"));
        same.put("conversions", of("sluice.feedback", "type", "conversion", "outcome", "success"));
        same.put("returns", of("sluice.feedback", "type", "return", "outcome", "success"));
        same.put("returns_sent", of("sluice.feedback.sent", "type", "return", "outcome", "success"));
        same.put("caps_reached", of("sluice.caps.reached"));

        same.forEach((metric, registered) -> {
            assertThat(registered).as(metric).isCloseTo(total(metric), within(1e-6));
            assertThat(registered).as(metric + " is tried").isPositive();
        });
    }

    @Test
    void groups_are_the_same_too() {
        meters.refresh();

        assertThat(counted("sluice.leads.rejected", "flow", "source", "gate"))
                .isEqualTo(reported("rejected", "flow", "source", "gate"));
        assertThat(counted("sluice.delivery.time", "recipient"))
                .containsOnlyKeys("buy_1", "second")
                .isEqualTo(reported("response_time_total", "recipient"));
        assertThat(counted("sluice.revenue", "source", "recipient").keySet())
                .isEqualTo(reported("revenue", "source", "recipient").keySet());
    }

    @Test
    void whatever_buyers_and_leads_say_there_are_few_meters_and_nothing_personal_in_them() {
        meters.refresh();

        assertThat(registry.getMeters()).hasSizeLessThan(80);
        assertThat(registry.getMeters())
                .flatExtracting(each -> each.getId().getTags())
                .extracting(Tag::getValue)
                .noneMatch(value -> value.contains("@") || value.startsWith("No") || value.matches("\\d{3,}"))
                .contains("timeout", "server", "refused", "lost", "cap", "none");
    }

    @Test
    void a_tag_has_no_more_values_than_a_registry_bears() {
        TagValues values = new TagValues();
        for (int i = 0; i < TagValues.MOST; i++) {
            assertThat(values.of("source", "s" + i)).isEqualTo("s" + i);
        }
        assertThat(values.of("source", "another")).isEqualTo("other");
        assertThat(values.of("source", "s5")).isEqualTo("s5");
    }

    @Test
    void of_two_processes_each_event_counts_in_one() {
        SimpleMeterRegistry second = new SimpleMeterRegistry();
        FlowMeters other = FlowMeters.over(sluice, "live", second);

        long first = meters.refresh();
        assertThat(other.refresh()).isZero();
        sluice.open(flow())
                .submit(Lead.from("web").with("email", "x@example.com").with("n", "1"));
        long later = other.refresh();

        assertThat(meters.refresh()).isZero();
        assertThat(first + later)
                .isEqualTo(store.events().after(Cursor.START, 100_000).events().size());
        assertThat(second.get("sluice.leads.submitted").counter().count()).isEqualTo(1);
        assertThat(second.get("sluice.delivery.time")
                        .tag("recipient", "buy_1")
                        .timer()
                        .count())
                .as("who sends is remembered in the store")
                .isEqualTo(1);
    }

    @Test
    void due_work_counts_as_the_leads_come_and_tests_never_count() {
        meters.every(Duration.ofSeconds(10));
        sluice.open(flow())
                .submit(Lead.from("web").test().with("email", "t@example.com").with("n", "1"));

        time.advance(Duration.ofSeconds(11));
        sluice.runDue(10);
        assertThat(of("sluice.leads.submitted")).isEqualTo(LEADS);
        sluice.open(flow())
                .submit(Lead.from("web").with("email", "y@example.com").with("n", "1"));
        time.advance(Duration.ofSeconds(11));
        sluice.runDue(10);

        assertThat(of("sluice.leads.submitted")).isEqualTo(LEADS + 1);
    }
}
