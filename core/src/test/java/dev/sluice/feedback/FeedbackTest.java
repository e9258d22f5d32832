package dev.sluice.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.DeliveryReport;
import dev.sluice.Sluice;
import dev.sluice.StillTime;
import dev.sluice.Submission;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.feedback.FeedbackAnswer.Problem;
import dev.sluice.feedback.FeedbackForwarder.Answer;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.Entity;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.Standing;
import dev.sluice.flow.Strategy;
import dev.sluice.json.ValueJson;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.Reports;
import dev.sluice.rules.Conditions;
import dev.sluice.rules.RuleSet;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.StreamId;
import dev.sluice.types.Bool;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    private final StillTime time = new StillTime("2026-03-01T10:00:00Z");
    private final MemoryStore store = MemoryStore.create();
    private final Sluice sluice = Sluice.builder()
            .store(store)
            .time(time)
            .delivery("stub", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
            .build();
    private final Feedback feedback =
            Feedback.over(sluice).accepting(FeedbackTerms.conversions()).accepting(FeedbackTerms.returns());

    private static FlowDefinition flow() {
        return FlowDefinition.builder("solar")
                .field("email", "email")
                .field("state", "state")
                .source(SourceDefinition.of("web").pricing(Pricing.fixed("10.00")))
                .step(RecipientStep.to("premier", "stub")
                        .pricing(Pricing.fixed("25.00"))
                        .build())
                .build();
    }

    private Submission submit() {
        return sluice.open(flow())
                .submit(Lead.from("web").with("email", "ann@example.com").with("state", "TX"));
    }

    private String delivered() {
        return delivered(submit());
    }

    private static String delivered(Submission answer) {
        return answer.events().stream()
                .filter(event -> event.type().equals(EventType.RECIPIENT_DELIVERED))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Event> events(FeedbackAnswer answer) {
        return store.events().stream(new StreamId("default", answer.leadId().orElseThrow()));
    }

    private BigDecimal total(String metric) {
        Report report = Reports.over(sluice)
                .run(ReportDefinition.builder("r").columns(metric).build());
        return new BigDecimal(report.total(metric).text());
    }

    @Test
    void a_return_gives_back_the_sale_and_changes_nothing_that_was() {
        Submission answer = submit();
        List<Event> before = answer.events();
        time.pass(Duration.ofDays(2));

        FeedbackAnswer taken = feedback.receive(FeedbackItem.returned(delivered(answer), "wrong number"));

        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(taken.credited()).isEqualByComparingTo("25.00");
        List<Event> after = events(taken);
        assertThat(after.subList(0, before.size()))
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .containsExactlyElementsOf(before);
        assertThat(after.subList(before.size(), after.size()))
                .extracting(event -> event.type().text())
                .containsExactly("feedback.received", "feedback.processed");
        assertThat(after.get(after.size() - 1).at()).isEqualTo(time.instant());
        assertThat(feedback.status(taken.leadId().orElseThrow())).isEqualTo(LeadStatus.RETURNED);
        assertThat(total("revenue")).isEqualByComparingTo("0");
        assertThat(total("credited_revenue")).isEqualByComparingTo("25");
        assertThat(total("margin")).isEqualByComparingTo("-10");
        assertThat(total("return_rate")).isEqualByComparingTo("100");
    }

    @Test
    void a_conversion_adds_its_revenue_and_the_days_it_took() {
        String delivered = delivered();
        time.pass(Duration.ofDays(3));

        FeedbackAnswer taken = feedback.receive(
                FeedbackItem.conversion(delivered).value("sold").revenue(new BigDecimal("5.50")));

        Event received = events(taken).stream()
                .filter(event -> event.id().equals(taken.eventId().orElseThrow()))
                .findFirst()
                .orElseThrow();
        assertThat(received.facts().get("feedback").part("type").text()).isEqualTo("conversion");
        assertThat(received.facts().get("feedback").part("value").text()).isEqualTo("sold");
        assertThat(received.facts().get("feedback").part("days_to_convert").text())
                .isEqualTo("3");
        assertThat(total("revenue")).isEqualByComparingTo("30.50");
        assertThat(total("conversion_rate")).isEqualByComparingTo("100");
        assertThat(feedback.status(taken.leadId().orElseThrow())).isEqualTo(LeadStatus.CONVERTED);
    }

    @Test
    void what_makes_no_sense_is_told_and_not_recorded() {
        Submission answer = submit();
        String submitted = answer.events().get(0).id();
        int before = answer.events().size();

        assertThat(problem(FeedbackItem.conversion("evt_lead_x_4"))).isEqualTo(Problem.UNKNOWN_EVENT);
        for (String id : List.of(
                "", "evt_", "nonsense", "evt__", "evt_" + answer.leadId().orElseThrow() + "_999", "evt_\u0000_1")) {
            assertThat(problem(FeedbackItem.conversion(id))).as(id).isEqualTo(Problem.UNKNOWN_EVENT);
        }
        assertThat(problem(FeedbackItem.conversion(submitted))).isEqualTo(Problem.NOT_DELIVERED);
        assertThat(feedback.receive(FeedbackItem.conversion(delivered(answer)), "another")
                        .problem())
                .hasValue(Problem.FOREIGN_EVENT);
        assertThat(feedback.receive(FeedbackItem.conversion(delivered(answer)), "premier")
                        .outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(store.events().stream(new StreamId("default", answer.leadId().orElseThrow())))
                .hasSize(before + 2);
        assertThat(feedback.status("lead_nobody")).isEqualTo(LeadStatus.UNKNOWN);
    }

    private Problem problem(FeedbackItem item) {
        return feedback.receive(item).problem().orElseThrow();
    }

    @Test
    void terms_refuse_what_was_not_agreed_and_say_why_in_an_event() {
        Feedback strict = Feedback.over(sluice)
                .accepting(
                        "premier",
                        FeedbackTerms.returns()
                                .within(Duration.ofDays(7))
                                .reasons(Set.of("wrong number", "duplicate"))
                                .when(RuleSet.and(
                                        List.of(Conditions.field("lead.state").isEqualTo("TX")))));
        String delivered = delivered();

        assertThat(strict.receive(FeedbackItem.conversion(delivered)).problem()).hasValue(Problem.NOT_ACCEPTED);
        assertThat(strict.receive(FeedbackItem.returned(delivered, "no budget")).problem())
                .hasValue(Problem.REASON);
        assertThat(strict.receive(FeedbackItem.returned(delivered, "duplicate")
                                .at(time.instant().minusSeconds(1)))
                        .problem())
                .hasValue(Problem.OUT_OF_ORDER);
        time.pass(Duration.ofDays(8));
        FeedbackAnswer late = strict.receive(FeedbackItem.returned(delivered, "duplicate"));
        assertThat(late.problem()).hasValue(Problem.TOO_OLD);
        assertThat(late.reason()).hasValue("Must provide return within 7 days");
        assertThat(events(late))
                .filteredOn(event -> event.type().equals(EventType.FEEDBACK_RECEIVED))
                .hasSize(4)
                .allSatisfy(event -> assertThat(event.outcome()).hasValue(Outcome.FAILURE));
        assertThat(events(late)).noneMatch(event -> event.type().equals(EventType.FEEDBACK_PROCESSED));
        assertThat(total("returns")).isZero();
        String fresh = delivered();
        assertThat(strict.receive(FeedbackItem.returned(fresh, "duplicate")).outcome())
                .isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_delivery_plugin_tells_the_source_and_its_answer_is_the_answer() {
        List<String> sent = new ArrayList<>();
        DeliveryPlugin source = request -> {
            sent.add(request.delivery().recipient() + " " + request.delivery().key() + " "
                    + ValueJson.write(request.lead()) + " "
                    + request.scope().get("feedback.reason").text() + " "
                    + request.scope().get("lead.state").text() + " "
                    + request.config().get("url").text());
            return request.lead().get("reason").text().equals("spam")
                    ? DeliveryResult.failure("We do not take spam")
                    : DeliveryResult.success();
        };
        Obj settings = Obj.EMPTY.with("url", new Text("https://web.example/returns"));
        Feedback forwarding =
                Feedback.over(sluice).accepting(FeedbackTerms.returns()).forwarding("web", "return", source, settings);
        String good = delivered();
        String bad = delivered();

        FeedbackAnswer taken =
                forwarding.receive(FeedbackItem.returned(good, "wrong number").id("their-1"));
        FeedbackAnswer refused = forwarding.receive(FeedbackItem.returned(bad, "spam"));

        assertThat(sent.get(0))
                .isEqualTo("web their-1 {\"lead_id\":\"" + taken.leadId().orElseThrow() + "\",\"event_id\":\"" + good
                        + "\",\"type\":\"return\",\"reason\":\"wrong number\"} wrong number TX"
                        + " https://web.example/returns");
        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(refused.problem()).hasValue(Problem.SOURCE_REFUSED);
        assertThat(refused.reason()).hasValue("We do not take spam");
        Event told = events(refused).stream()
                .filter(event -> event.type().equals(EventType.FEEDBACK_SENT))
                .findFirst()
                .orElseThrow();
        assertThat(told.outcome()).hasValue(Outcome.FAILURE);
        assertThat(told.reason()).hasValue("We do not take spam");
        assertThat(total("returns_sent")).isEqualByComparingTo("1");
    }

    @Test
    void settings_that_a_plugin_cannot_use_are_refused_at_once() {
        DeliveryPlugin strict = new DeliveryPlugin() {
            @Override
            public DeliveryResult deliver(DeliveryRequest request) {
                return DeliveryResult.unknown("The answer was lost");
            }

            @Override
            public List<ConfigProblem> check(Obj config) {
                return config.get("url").isAbsent()
                        ? List.of(new ConfigProblem("/url", "missing", "a url is missing"))
                        : List.of();
            }
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> feedback.forwarding("web", "return", strict, Obj.EMPTY))
                .withMessageContaining("/url")
                .withMessageContaining("a url is missing");
        FeedbackAnswer lost = feedback.forwarding("web", "return", strict, Obj.EMPTY.with("url", new Text("x")))
                .receive(FeedbackItem.returned(delivered(), "x"));
        assertThat(lost.problem()).hasValue(Problem.SOURCE_REFUSED);
        assertThat(lost.reason()).hasValue("The answer was lost");
    }

    @Test
    void a_source_cannot_make_a_lead_look_erased() {
        Submission answer = sluice.open(flow())
                .submit(Lead.from("web")
                        .with("email", "ann@example.com")
                        .with("other", Obj.EMPTY.with("erased", Bool.TRUE)));

        FeedbackAnswer taken = feedback.receive(FeedbackItem.returned(delivered(answer), "wrong number"));

        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void limits_hold_and_a_delivery_is_returned_once() {
        Feedback limited =
                Feedback.over(sluice).accepting(FeedbackTerms.returns().atMost(2, Duration.ofDays(1)));
        String first = delivered();

        assertThat(limited.receive(FeedbackItem.returned(first, "x")).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(limited.receive(FeedbackItem.returned(first, "x")).problem()).hasValue(Problem.RETURNED_BEFORE);
        assertThat(limited.receive(FeedbackItem.returned(delivered(), "x")).outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(limited.receive(FeedbackItem.returned(delivered(), "x")).problem())
                .hasValue(Problem.LIMIT);
        time.pass(Duration.ofDays(1));
        assertThat(limited.receive(FeedbackItem.returned(delivered(), "x")).outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(total("credited_revenue")).isEqualByComparingTo("75");
    }

    @Test
    void the_source_is_not_told_of_what_is_over_the_limit() {
        List<String> told = new ArrayList<>();
        Feedback limited = Feedback.over(sluice)
                .accepting(FeedbackTerms.returns().atMost(1, Duration.ofDays(1)))
                .forwarding("web", FeedbackItem.RETURN, forward -> {
                    told.add(forward.leadId());
                    return FeedbackForwarder.Answer.success();
                });
        String first = delivered();
        limited.receive(FeedbackItem.returned(first, "x"));

        FeedbackAnswer second = limited.receive(FeedbackItem.returned(delivered(), "x"));

        assertThat(second.problem()).hasValue(Problem.LIMIT);
        assertThat(told).hasSize(1);
        assertThat(events(second))
                .extracting(event -> event.type().text())
                .contains("feedback.received")
                .doesNotContain("feedback.sent", "feedback.processed");
        assertThat(limited.deliveries(told.get(0), "premier")).containsExactly(first);
        assertThat(limited.deliveries(told.get(0), "somebody")).isEmpty();
    }

    @Test
    void a_share_of_what_a_recipient_got_in_a_day_may_come_back_whenever_it_comes() {
        Feedback limited = Feedback.over(sluice)
                .accepting(FeedbackTerms.returns().atMost(new BigDecimal("25"), Duration.ofDays(1)));
        List<String> monday = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            monday.add(delivered());
        }
        sluice.open(flow()).submit(Lead.from("web").test().with("email", "t@example.com"));
        time.pass(Duration.ofDays(1));
        List<String> tuesday = List.of(delivered(), delivered(), delivered());

        assertThat(monday.stream().map(id -> limited.receive(FeedbackItem.returned(id, "x"))))
                .as("a quarter of eleven")
                .extracting(FeedbackAnswer::outcome)
                .startsWith(Outcome.SUCCESS, Outcome.SUCCESS, Outcome.FAILURE);
        assertThat(limited.receive(FeedbackItem.returned(tuesday.get(0), "x")).problem())
                .as("not one of three")
                .hasValue(Problem.LIMIT);
        delivered();
        time.pass(Duration.ofMinutes(1));
        assertThat(limited.receive(FeedbackItem.returned(tuesday.get(1), "x")).outcome())
                .as("one of four")
                .isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_lead_keeps_what_its_flow_agreed_when_it_was_delivered() {
        FlowDefinition week = FlowDefinition.read("""
                {"id": "solar", "sources": [{"id": "web"}],
                 "steps": [{"id": "premier", "type": "recipient", "plugin": "stub", "pricing": {"prices": [{"id": "p", "amount": 25}]}}],
                 "feedback": [
                   {"type": "return", "maximumAge": "P7D", "reasons": ["Wrong number"], "creditPercent": 80},
                   {"type": "conversion", "recipients": ["premier"]}
                 ]}
                """);
        String old = delivered(sluice.open(week).submit(Lead.from("web")));
        String later = delivered(
                sluice.open(week.toBuilder().feedback(List.of()).build()).submit(Lead.from("web")));
        Feedback agreed = Feedback.over(sluice);

        assertThat(agreed.receive(FeedbackItem.returned(old, "Moved")).problem())
                .hasValue(Problem.REASON);
        assertThat(agreed.receive(FeedbackItem.returned(old, "Wrong number")).credited())
                .isEqualByComparingTo("20");
        assertThat(agreed.receive(FeedbackItem.conversion(old)).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(agreed.receive(FeedbackItem.conversion(later)).problem()).hasValue(Problem.NOT_ACCEPTED);
        assertThat(agreed.accepting("premier", FeedbackTerms.conversions())
                        .receive(FeedbackItem.conversion(later))
                        .outcome())
                .as("what the host says itself goes first")
                .isEqualTo(Outcome.SUCCESS);
        time.pass(Duration.ofDays(8));
        assertThat(agreed.receive(FeedbackItem.returned(old, "Wrong number")).reason())
                .hasValue("Must provide return within 7 days");
    }

    @Test
    void the_entity_of_the_source_is_not_who_got_the_lead() {
        FlowDefinition flow = FlowDefinition.builder("f")
                .source(SourceDefinition.builder("web")
                        .entity(new Entity("acme", "Acme"))
                        .build())
                .step(RecipientStep.to("premier", "stub").build())
                .build();
        String sold = delivered(sluice.open(flow).submit(Lead.from("web")));

        assertThat(feedback.receive(FeedbackItem.conversion(sold), "acme").problem())
                .hasValue(Problem.FOREIGN_EVENT);
        assertThat(feedback.receive(FeedbackItem.conversion(sold), "premier").outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(FeedbackRates.over(sluice).of("acme").delivered()).isZero();
        assertThat(FeedbackRates.over(sluice).of("premier").conversions()).isOne();
    }

    @Test
    void an_item_with_a_number_is_handled_once() throws Exception {
        String delivered = delivered();
        FeedbackItem item = FeedbackItem.conversion(delivered).id("their-1").revenue(BigDecimal.ONE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<FeedbackAnswer>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            calls.add(() -> feedback.receive(item));
        }

        List<FeedbackAnswer> answers = new ArrayList<>();
        for (Future<FeedbackAnswer> each : threads.invokeAll(calls)) {
            answers.add(each.get());
        }
        threads.shutdown();

        assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
        assertThat(answers)
                .extracting(FeedbackAnswer::eventId)
                .containsOnly(answers.get(0).eventId());
        assertThat(total("conversions")).isEqualByComparingTo("1");
        assertThat(total("revenue")).isEqualByComparingTo("26");
    }

    @Test
    void items_without_numbers_from_many_threads_all_stand_in_the_stream_in_order() throws Exception {
        String delivered = delivered();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<FeedbackAnswer>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(() -> feedback.receive(FeedbackItem.conversion(delivered)));
        }

        List<Future<FeedbackAnswer>> answers = threads.invokeAll(calls);
        threads.shutdown();

        List<Event> events = events(answers.get(0).get());
        assertThat(events)
                .filteredOn(event -> event.type().equals(EventType.FEEDBACK_PROCESSED))
                .hasSize(40);
        assertThat(events).extracting(Event::seq).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_source_is_told_and_its_answer_copied_back() {
        List<String> told = new ArrayList<>();
        Feedback forwarding = Feedback.over(sluice)
                .accepting(FeedbackTerms.returns().credit(new BigDecimal("50"), new BigDecimal("100")))
                .forwarding("web", FeedbackItem.RETURN, forward -> {
                    told.add(forward.source() + " " + forward.item().reason().orElse(""));
                    return forward.item().reason().filter("mine"::equals).isPresent()
                            ? Answer.success()
                            : Answer.failure("Not ours");
                });

        FeedbackAnswer refused = forwarding.receive(FeedbackItem.returned(delivered(), "theirs"));
        FeedbackAnswer taken = forwarding.receive(FeedbackItem.returned(delivered(), "mine"));

        assertThat(refused.problem()).hasValue(Problem.SOURCE_REFUSED);
        assertThat(refused.reason()).hasValue("Not ours");
        assertThat(taken.credited()).isEqualByComparingTo("12.5");
        assertThat(told).containsExactly("web theirs", "web mine");
        assertThat(events(taken))
                .extracting(event -> event.type().text())
                .endsWith("feedback.received", "feedback.sent", "feedback.processed");
        assertThat(total("returns_sent")).isEqualByComparingTo("1");
        assertThat(total("revenue")).as("2 x 25 less half of one").isEqualByComparingTo("37.5");
        assertThat(total("cost")).as("2 x 10 less one").isEqualByComparingTo("10");
    }

    @Test
    void a_forwarder_that_breaks_is_an_error_of_the_source_without_its_message() {
        Feedback broken = Feedback.over(sluice)
                .accepting(FeedbackTerms.conversions())
                .forwarding("web", FeedbackItem.CONVERSION, forward -> {
                    throw new IllegalStateException("ann@example.com");
                });

        FeedbackAnswer answer = broken.receive(FeedbackItem.conversion(delivered()));

        assertThat(answer.problem()).hasValue(Problem.SOURCE_REFUSED);
        assertThat(answer.reason().orElseThrow())
                .contains("IllegalStateException")
                .doesNotContain("ann@example.com");
    }

    @Test
    void returns_move_a_buyer_down() {
        MemoryStore own = MemoryStore.create();
        FeedbackRates rates = FeedbackRates.over(own.events(), "default");
        Strategy byScore = Strategy.Score.by("returns");
        FlowDefinition flow = FlowDefinition.builder("f")
                .source("web")
                .step(DistributeStep.by(
                        byScore,
                        "buyers",
                        RecipientStep.to("first", "stub")
                                .standing(Standing.ofScore(Value.number(10)))
                                .build(),
                        RecipientStep.to("second", "stub")
                                .standing(Standing.ofScore(Value.number(9)))
                                .build()))
                .build();
        Sluice scored = Sluice.builder()
                .store(own)
                .delivery("stub", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .scorer("returns", rates.scorer(new BigDecimal("0.1"), 2))
                .build();
        Feedback back = Feedback.over(scored).accepting(FeedbackTerms.returns());

        for (int i = 0; i < 4; i++) {
            Submission answer = scored.open(flow).submit(Lead.from("web"));
            assertThat(answer.deliveries().get(0).recipient()).isEqualTo("first");
            if (i < 2) {
                back.receive(FeedbackItem.returned(delivered(answer), "bad"));
            }
        }
        rates.refresh();

        assertThat(rates.of("first").returnRate())
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("50"));
        Submission next = scored.open(flow).submit(Lead.from("web"));
        assertThat(next.deliveries().get(0).recipient())
                .as("10 - 50 x 0.1 is less than 9")
                .isEqualTo("second");
    }

    @Test
    void rules_read_what_became_of_the_leads_that_a_buyer_got() {
        MemoryStore own = MemoryStore.create();
        FeedbackRates rates = FeedbackRates.over(own.events(), "default");
        FlowDefinition flow = FlowDefinition.read("""
                {"id": "f", "sources": [{"id": "web"}], "steps": [
                  {"id": "first", "type": "recipient", "plugin": "stub",
                   "ruleSet": {"op": "and", "not": true, "rules": [
                     {"lhv": "source.recipients.first.return_rate", "op": "is greater than", "rhv": 40}]}},
                  {"id": "second", "type": "recipient", "plugin": "stub"}]}
                """);
        Sluice ruled = Sluice.builder()
                .store(own)
                .delivery("stub", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .metrics(rates.metrics("first"))
                .build();
        assertThat(recipients(ruled.open(flow).submit(Lead.from("web")))).contains("first");
        Submission sold = ruled.open(flow).submit(Lead.from("web"));
        Feedback.over(ruled).accepting(FeedbackTerms.returns()).receive(FeedbackItem.returned(delivered(sold), "bad"));
        rates.refresh();

        assertThat(recipients(ruled.open(flow).submit(Lead.from("web"))))
                .as("half of what it got came back")
                .containsExactly("second");
    }

    private static List<String> recipients(Submission answer) {
        return answer.deliveries().stream().map(DeliveryReport::recipient).toList();
    }
}
