package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.Pricing.Price;
import dev.sluice.flow.PurchasingDecisions;
import dev.sluice.flow.TimeUnit;
import dev.sluice.json.EventJson;
import dev.sluice.rules.Finding;
import dev.sluice.store.Cursor;
import dev.sluice.types.Arr;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class DecisionsTest {
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private Sluice.Builder host() {
        return Sluice.builder().time(time);
    }

    private static FlowDefinition.Builder asking(LookUp... lookUps) {
        return Solar.flow().acceptance(AcceptanceCriteria.ALL).decisions(PurchasingDecisions.of(lookUps));
    }

    private static LookUp intel() {
        return LookUp.of("intel", "phone-intel", MappingDefinition.of("phone", "{{lead.phone_1}}"));
    }

    private static Obj lookUp(Submission submission, int place) {
        Event judged = submission.events().stream()
                .filter(event -> event.type() == EventType.SOURCE_ACCEPTED || event.type() == EventType.SOURCE_REJECTED)
                .findFirst()
                .orElseThrow();
        return (Obj) ((Arr) judged.facts().get("look_ups")).at(place);
    }

    @Test
    void acceptance_prices_and_caps_read_an_answer_under_its_key() {
        Enricher enricher = request -> Enrichment.of(
                        "line_type", request.get("phone").text().endsWith("1") ? "mobile" : "fixed")
                .and("risk", 3);
        FlowDefinition flow = asking(intel())
                .acceptance(AcceptanceCriteria.of(
                        allOf(field("decisions.intel.risk").isLessThan(5))))
                .pricing(Pricing.of(
                        new Price(Value.number(4), null, null),
                        new Price(
                                Value.number(9), allOf(field("intel.line_type").isEqualTo("mobile")), null)))
                .cap(Cap.of("fixed", 1, TimeUnit.DAY)
                        .where(allOf(field("intel.line_type").isEqualTo("fixed"))))
                .build();
        Flow open = host().enricher("phone-intel", enricher).build().open(flow);

        Submission mobile = open.submit(partner("(512) 789-1111"));

        assertThat(mobile.price()).isEqualByComparingTo("9");
        assertThat(mobile.events()
                        .get(1)
                        .snapshot()
                        .get("decisions.intel.line_type")
                        .text())
                .isEqualTo("mobile");
        assertThat(open.submit(partner("512 789 2222")).price()).isEqualByComparingTo("4");
        assertThat(open.submit(partner("512 789 2222")).reason()).contains("Cap reached");
    }

    private static Lead partner(String phone) {
        return Lead.from("partner").with("email", "a@b.com").with("phone_1", phone);
    }

    @Test
    void steps_do_not_read_the_answers() {
        FilterStep filter = new FilterStep(
                "s1",
                null,
                true,
                allOf(field("decisions.intel.risk").isLessThan(5)),
                FilterAction.CONTINUE,
                FilterAction.CONTINUE);

        assertThatThrownBy(() -> host().enricher("phone-intel", request -> Enrichment.of("risk", 1))
                        .build()
                        .open(asking(intel()).step(filter).build()))
                .isInstanceOf(InvalidFlowException.class)
                .hasMessageContaining("invalid_path");
    }

    @Test
    void the_event_tells_answer_duration_cost_and_cache_and_the_cost_counts() {
        Enricher paid = request -> {
            time.pass(Duration.ofMillis(40));
            return Enrichment.of("risk", 1).cost(new BigDecimal("0.25")).fromCache();
        };
        Submission taken = host().enricher("phone-intel", paid)
                .build()
                .open(asking(intel()).build())
                .submit(partner("512 789 1111"));

        Obj told = lookUp(taken, 0);
        assertThat(told.get("key").text()).isEqualTo("intel");
        assertThat(told.get("integration").text()).isEqualTo("phone-intel");
        assertThat(told.get("outcome").text()).isEqualTo("success");
        assertThat(told.get("duration_ms")).isEqualTo(Value.number(40));
        assertThat(told.get("cost").text()).isEqualTo("0.25");
        assertThat(told.get("cache_hit")).isEqualTo(Value.bool(true));
        assertThat(told.get("fault").isMissing()).isTrue();
        assertThat(taken.events().get(2).facts().get("margin").text()).isEqualTo("-0.25");
        assertThat(taken.explain()).contains("look-up intel: success, 40 ms");
    }

    @Test
    void a_refused_lead_tells_of_its_look_ups_too() {
        FlowDefinition flow = asking(intel())
                .acceptance(AcceptanceCriteria.of(allOf(field("intel.risk").isLessThan(5))))
                .build();
        Submission refused = host().enricher("phone-intel", request -> Enrichment.of("risk", 9))
                .build()
                .open(flow)
                .submit(partner("512 789 1111"));

        assertThat(refused.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(lookUp(refused, 0).get("outcome").text()).isEqualTo("success");
        assertThat(refused.events().get(1).snapshot().get("decisions.intel.risk"))
                .isEqualTo(Value.number(9));
    }

    @Test
    void only_leads_that_satisfy_the_criteria_are_looked_up() {
        AtomicInteger calls = new AtomicInteger();
        Enricher counting = request -> Enrichment.of("n", calls.incrementAndGet());
        Flow flow = host().enricher("phone-intel", counting)
                .build()
                .open(asking(intel().when(allOf(field("phone_1").isNotBlank()))).build());

        Submission without = flow.submit(partner(""));
        flow.submit(partner("512 789 1111"));

        assertThat(calls).hasValue(1);
        assertThat(without.events().get(1).facts().get("look_ups").isMissing()).isTrue();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("IllegalStateException", request -> {
                    throw new IllegalStateException("canary@example.com");
                }),
                fault("StackOverflowError", DecisionsTest::endless),
                fault("null", request -> null),
                fault(
                        "unknown_outcome",
                        request -> new Enrichment(Outcome.UNKNOWN, null, Obj.EMPTY, BigDecimal.ONE, false)),
                fault(
                        "unknown_outcome",
                        request -> new Enrichment(Outcome.SKIP, null, Obj.EMPTY, BigDecimal.ONE, false)),
                fault("negative_cost", request -> Enrichment.of("a", 1).cost(new BigDecimal("-1"))),
                fault("impossible_cost", request -> Enrichment.of("a", 1).cost(new BigDecimal("1e900000000"))),
                fault("impossible_cost", request -> Enrichment.of("a", 1).cost(new BigDecimal("1e-900000000"))));
    }

    private static Enrichment endless(EnrichmentRequest request) {
        return endless(request);
    }

    private static Arguments fault(String kind, Enricher enricher) {
        return Arguments.of(kind, enricher);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void an_enricher_that_breaks_or_lies_breaks_no_lead(String kind, Enricher enricher) {
        for (Sluice.Builder host : List.of(host(), host().executor(threads))) {
            Submission taken = host.enricher("phone-intel", enricher)
                    .build()
                    .open(asking(intel()).build())
                    .submit(partner("512 789 1111"));

            assertThat(taken.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(lookUp(taken, 0).get("fault").text()).isEqualTo(kind);
            assertThat(lookUp(taken, 0).get("cost").text()).isEqualTo("0");
            assertThat(EventJson.masked().write(taken.events().get(1)) + taken.explain())
                    .doesNotContain("canary");
        }
    }

    @Test
    void the_text_of_a_fault_stands_in_the_detail_only() {
        Submission taken = host().enricher("phone-intel", request -> {
                    throw new IllegalStateException("canary@example.com");
                })
                .build()
                .open(asking(intel()).build())
                .submit(partner("512 789 1111"));

        Event accepted = taken.events().get(1);
        assertThat(accepted.detail()
                        .get("look_up_faults")
                        .part("intel")
                        .part("fault")
                        .text())
                .contains("canary");
        assertThat(lookUp(taken, 0).get("reason").text()).isEqualTo("Plugin phone-intel failed: IllegalStateException");
    }

    @Test
    void without_an_executor_an_answer_that_comes_too_late_is_not_used_but_paid() {
        Enricher slow = request -> {
            time.pass(Duration.ofMillis(501));
            return Enrichment.of("risk", 1).cost(BigDecimal.ONE);
        };
        LookUp first = intel().within(Duration.ofMillis(500));
        LookUp second = LookUp.of("second", "phone-intel");
        Submission taken = host().enricher("phone-intel", slow)
                .build()
                .open(asking().decisions(PurchasingDecisions.of(first, second, LookUp.of("third", "phone-intel"))
                                .within(Duration.ofMillis(1_002)))
                        .build())
                .submit(partner("512 789 1111"));

        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(lookUp(taken, 0).get("fault").text()).isEqualTo("timeout");
        assertThat(lookUp(taken, 0).get("cost").text()).isEqualTo("1");
        assertThat(taken.events().get(1).snapshot().get("decisions.intel.risk").isMissing())
                .isTrue();
        assertThat(lookUp(taken, 1).get("fault").text()).isEqualTo("timeout");
        assertThat(lookUp(taken, 2).get("fault").text()).isEqualTo("timeout");
        assertThat(lookUp(taken, 2).get("cost").text()).isEqualTo("0");
    }

    @Test
    void with_an_executor_all_are_asked_at_once() {
        CyclicBarrier together = new CyclicBarrier(3);
        Enricher meeting = request -> {
            meet(together);
            return Enrichment.of("lead", String.valueOf(MDC.get("lead_id")));
        };
        Submission taken = host().executor(threads)
                .enricher("meeting", meeting)
                .build()
                .open(asking(LookUp.of("a", "meeting"), LookUp.of("b", "meeting"), LookUp.of("c", "meeting"))
                        .build())
                .submit(partner("512 789 1111"));

        Obj decisions = taken.events().get(1).snapshot().section(Section.DECISIONS);
        assertThat(decisions.members().keySet()).containsExactly("a", "b", "c");
        assertThat(decisions.members().values())
                .extracting(answer -> answer.part("lead").text())
                .containsOnly(taken.leadId().orElseThrow());
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(20, SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException("nobody else came", alone);
        }
    }

    @Test
    void with_an_executor_one_that_hangs_is_given_up_and_the_others_answer() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Enricher hanging = request -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException end) {
                interrupted.countDown();
            }
            return Enrichment.of("late", true);
        };
        Submission taken = host().executor(threads)
                .enricher("hanging", hanging)
                .enricher("fine", request -> Enrichment.of("fine", true))
                .build()
                .open(asking(LookUp.of("a", "hanging").within(Duration.ofMillis(60)), LookUp.of("b", "fine"))
                        .build())
                .submit(partner("512 789 1111"));

        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(lookUp(taken, 0).get("fault").text()).isEqualTo("timeout");
        assertThat(taken.events().get(1).snapshot().get("decisions.b.fine")).isEqualTo(Value.bool(true));
        assertThat(taken.events().get(1).snapshot().get("decisions.a.late").isMissing())
                .isTrue();
        assertThat(interrupted.await(20, SECONDS)).isTrue();
    }

    @Test
    void what_the_executor_does_not_take_is_asked_on_the_thread_of_the_lead() {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        Submission taken = host().executor(full)
                .enricher("phone-intel", request -> Enrichment.of("risk", 1))
                .build()
                .open(asking(intel()).build())
                .submit(partner("512 789 1111"));

        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(lookUp(taken, 0).get("fault").isMissing()).isTrue();
        assertThat(taken.events().get(1).snapshot().get("decisions.intel.risk")).isEqualTo(Value.number(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_must_not_be_asked_twice_is_announced_before(boolean parallel) {
        Sluice.Builder host = parallel ? host().executor(threads) : host();
        AtomicInteger announced = new AtomicInteger(-1);
        Sluice[] opened = new Sluice[1];
        Enricher paid = new Enricher() {
            @Override
            public Enrichment enrich(EnrichmentRequest request) {
                announced.set((int) opened[0].events().after(Cursor.START, 10).events().stream()
                        .filter(event -> event.type() == EventType.ENHANCEMENT_ATTEMPT)
                        .count());
                return Enrichment.of("risk", 1);
            }

            @Override
            public Effect effect() {
                return Effect.EXTERNAL;
            }
        };
        opened[0] = host.enricher("paid", paid)
                .enricher("free", request -> Enrichment.of("a", 1))
                .build();
        Flow flow = opened[0].open(
                asking(LookUp.of("a", "paid"), LookUp.of("b", "free")).build());

        Submission taken = flow.submit(partner("512 789 1111"));

        assertThat(announced).hasValue(1);
        assertThat(taken.events())
                .extracting(Event::type)
                .containsExactly(
                        EventType.SOURCE_SUBMITTED,
                        EventType.ENHANCEMENT_ATTEMPT,
                        EventType.SOURCE_ACCEPTED,
                        EventType.FLOW_COMPLETED);
        assertThat(taken.events().get(1).facts().get("look_up").text()).isEqualTo("a");
    }

    @Test
    void several_look_ups_without_an_executor_are_doubtful() {
        FlowDefinition flow = asking(intel(), LookUp.of("more", "phone-intel")).build();
        Enricher enricher = request -> Enrichment.of("a", 1);

        assertThat(host().enricher("phone-intel", enricher).build().check(flow))
                .extracting(Finding::code)
                .containsExactly("no_executor");
        assertThat(host().enricher("phone-intel", enricher)
                        .executor(threads)
                        .build()
                        .check(flow))
                .isEmpty();
        assertThat(host().build().check(flow))
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .contains("unknown_plugin /purchasingDecisions/lookUps/1/plugin");
    }

    @Test
    void a_preview_asks_nobody_outside() {
        AtomicInteger calls = new AtomicInteger();
        Enricher outside = request -> Enrichment.of("n", calls.incrementAndGet());
        Flow flow = host().enricher("outside", outside)
                .enricher("inside", Enricher.inProcess(request -> Enrichment.of("risk", 2)))
                .build()
                .open(asking(LookUp.of("a", "outside"), LookUp.of("b", "inside"))
                        .build());

        Submission preview = flow.preview(partner("512 789 1111"));

        assertThat(calls).hasValue(0);
        assertThat(lookUp(preview, 0).get("reason").text()).isEqualTo("Not asked in a preview");
        assertThat(preview.events().get(1).snapshot().get("decisions.b.risk")).isEqualTo(Value.number(2));
    }
}
