package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.Entity;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Standing;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.TimeUnit;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final Strategy ROUND_ROBIN = new Strategy.RoundRobin();
    private static final Strategy WEIGHTED = new Strategy.Weighted();

    private final Sluice sluice = Sluice.builder()
            .time(new StillTime("2024-01-15T14:30:45.123Z"))
            .delivery("takes", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
            .delivery("refuses", DeliveryPlugin.inProcess(request -> DeliveryResult.failure("no thanks")))
            .build();
    private int leads;

    private Flow open(DistributeStep step) {
        return sluice.open(Solar.flow().step(step).build());
    }

    private Submission submit(Flow flow) {
        return flow.submit(Solar.lead("john" + leads++ + "@example.com"));
    }

    private String buyers(Flow flow, int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            submit(flow).deliveries().stream()
                    .filter(delivery -> delivery.outcome() == Outcome.SUCCESS)
                    .forEach(delivery -> all.append(delivery.recipient()));
        }
        return all.toString();
    }

    private static RecipientStep.Builder buyer(String id) {
        return RecipientStep.to(id, "takes");
    }

    private static RecipientStep weighing(String id, int weight) {
        return buyer(id).standing(Standing.ofWeight(weight)).build();
    }

    private static Obj planned(Submission result) {
        return result.events().stream()
                .filter(event -> event.type().equals(EventType.DISTRIBUTE_PLANNED))
                .reduce((first, second) -> second)
                .orElseThrow()
                .facts();
    }

    private static String candidates(Submission result) {
        return ValueJson.write(result.events().stream()
                .filter(event -> event.type().equals(EventType.DISTRIBUTE_COMPLETED))
                .findFirst()
                .orElseThrow()
                .facts()
                .get("candidates"));
    }

    @Test
    void a_round_robin_goes_on_where_it_was_left_even_by_another_revision_of_the_flow() {
        DistributeStep step = DistributeStep.by(
                ROUND_ROBIN,
                "d",
                buyer("a").build(),
                buyer("b").build(),
                buyer("c").build());

        assertThat(buyers(open(step), 4)).isEqualTo("abca");
        assertThat(buyers(open(step.sharedBy(2)), 1)).isEqualTo("bc");
        assertThat(buyers(open(step), 2)).isEqualTo("ab");
    }

    @Test
    void who_is_full_or_not_meant_loses_its_turn_to_nobody_in_particular() {
        Flow flow = open(DistributeStep.by(
                ROUND_ROBIN,
                "d",
                buyer("a").build(),
                buyer("b").cap(Cap.of("cap_b", 1, TimeUnit.DAY)).build(),
                buyer("c").when(allOf(field("state").isEqualTo("NY"))).build(),
                buyer("e").build()));

        assertThat(buyers(flow, 7)).isEqualTo("abeaeae");
    }

    @Test
    void who_refuses_is_followed_by_those_whose_turns_come_next() {
        Flow flow = open(DistributeStep.by(
                ROUND_ROBIN,
                "d",
                RecipientStep.to("no", "refuses").build(),
                buyer("a").build(),
                buyer("b").build()));

        Submission first = submit(flow);

        assertThat(first.deliveries()).extracting(DeliveryReport::recipient).containsExactly("no", "a");
        assertThat(ValueJson.write(planned(first).get("order"))).contains("no").contains("a");
        assertThat(buyers(flow, 3)).isEqualTo("aba");
    }

    @Test
    void weights_say_how_often_each_is_asked_first() {
        Flow flow = open(DistributeStep.by(WEIGHTED, "d", weighing("a", 3), weighing("b", 2), weighing("c", 1)));

        assertThat(buyers(flow, 12)).isEqualTo("abacbaabacba".substring(0, 12));
    }

    @Test
    void the_highest_score_is_asked_first_and_low_ones_not_at_all() {
        Flow flow = open(DistributeStep.by(
                new Strategy.Score(new BigDecimal("5")),
                "d",
                buyer("low").standing(Standing.ofScore(Value.number(4))).build(),
                buyer("by_amount")
                        .standing(Standing.ofScore(new Text("{{lead.amount}}")))
                        .build(),
                buyer("high").standing(Standing.ofScore(Value.number(900))).build(),
                buyer("text")
                        .standing(Standing.ofScore(new Text("{{lead.state}}")))
                        .build()));

        Submission result = submit(flow);

        assertThat(result.deliveries()).extracting(DeliveryReport::recipient).containsExactly("by_amount");
        assertThat(ValueJson.write(planned(result).get("order")))
                .contains("by_amount")
                .doesNotContain("low");
        assertThat(candidates(result)).contains("Score 4 is below 5").contains("Score 0 is below 5");
    }

    @Test
    void a_higher_tier_is_asked_when_nobody_of_the_lower_takes_the_lead() {
        Flow flow = open(DistributeStep.by(
                ROUND_ROBIN,
                "d",
                RecipientStep.to("no", "refuses").build(),
                buyer("a").standing(Standing.ofTier(2)).build(),
                buyer("b").standing(Standing.ofTier(2)).build(),
                buyer("c").standing(Standing.ofTier(3)).build()));

        assertThat(buyers(flow, 3)).isEqualTo("aba");
        assertThat(candidates(submit(flow))).contains("Sold before");
    }

    @Test
    void a_buyer_gets_a_lead_once() {
        Entity buyer = new Entity("ent_1", "Premier");
        Flow flow = sluice.open(Solar.flow()
                .step(buyer("direct").entity(buyer).build())
                .step(DistributeStep.by(
                        Strategy.WATERFALL,
                        "d",
                        buyer("again").entity(buyer).build(),
                        buyer("other").build()))
                .build());

        Submission result = submit(flow);

        assertThat(result.deliveries()).extracting(DeliveryReport::recipient).containsExactly("direct", "other");
        assertThat(candidates(result)).contains("Buyer has the lead");
    }

    @Test
    void a_buyer_that_is_named_twice_gets_a_lead_once_by_every_strategy() {
        Entity buyer = new Entity("ent_1", "Premier");
        for (Strategy strategy : List.of(Strategy.WATERFALL, ROUND_ROBIN, WEIGHTED, new Strategy.Parallel())) {
            DistributeStep step = DistributeStep.by(
                            strategy,
                            "d",
                            buyer("one").entity(buyer).key("k1").build(),
                            buyer("two").entity(buyer).key("k2").build())
                    .sharedBy(2);

            Submission result = submit(open(step));

            assertThat(result.deliveries()).hasSize(1);
            assertThat(candidates(result)).contains("Buyer has the lead");
        }
    }

    @Test
    void a_preview_and_a_test_lead_take_no_turn() {
        Flow flow = open(DistributeStep.by(
                ROUND_ROBIN, "d", buyer("a").build(), buyer("b").build()));

        flow.preview(Solar.lead("x@example.com"));
        flow.submit(Solar.lead("y@example.com").test());

        assertThat(buyers(flow, 2)).isEqualTo("ab");
    }

    @Test
    void turns_stay_within_their_bound_under_many_threads() throws Exception {
        Flow flow = open(DistributeStep.by(WEIGHTED, "d", weighing("a", 5), weighing("b", 3), weighing("c", 2)));
        Map<String, Integer> had = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(64);
        CyclicBarrier start = new CyclicBarrier(64);
        try {
            List<Callable<Void>> jobs = Collections.nCopies(64, () -> {
                start.await();
                for (int i = 0; i < 10; i++) {
                    Submission result = flow.submit(Solar.lead("john@example.com"));
                    had.merge(result.deliveries().get(0).recipient(), 1, Integer::sum);
                }
                return null;
            });
            for (Future<Void> job : threads.invokeAll(jobs)) {
                job.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat((double) had.get("a")).isCloseTo(320, within(0.5 + 1.5 * 0.5));
        assertThat((double) had.get("b")).isCloseTo(192, within(0.5 + 1.5 * 0.3));
        assertThat((double) had.get("c")).isCloseTo(128, within(0.5 + 1.5 * 0.2));
    }

    @Test
    void of_many_buyers_those_who_are_meant_are_found_by_an_index_and_the_others_are_explained_when_asked() {
        RecipientStep[] many = new RecipientStep[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = buyer("b" + i)
                    .enabled(i != 7)
                    .when(allOf(
                            field("state").isEqualTo(i % 100 == 7 ? "TX" : "NY"),
                            field("amount").isGreaterThan(i)))
                    .build();
        }
        Flow flow = open(DistributeStep.by(ROUND_ROBIN, "d", many).sharedBy(3));

        Submission first = submit(flow);

        assertThat(first.deliveries()).extracting(DeliveryReport::recipient).containsExactly("b107", "b207", "b307");
        assertThat(candidates(first)).contains("b407").doesNotContain("b11");
        assertThat(buyers(flow, 1)).isEqualTo("b407b107b207");
        assertThat(first.explain())
                .contains("b7: skip, Recipient is disabled")
                .contains("b8: skip, State must be equal to NY")
                .doesNotContain("b107: skip, S");
    }

    @Test
    void ten_thousand_buyers_may_stand_in_one_distribution() {
        RecipientStep[] many = new RecipientStep[10_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = buyer("b" + i).when(allOf(field("amount").isEqualTo(i))).build();
        }

        Submission answer = submit(open(DistributeStep.by(WEIGHTED, "d", many)));

        assertThat(answer.deliveries()).extracting(DeliveryReport::recipient).containsExactly("b1000");
    }

    @Test
    void an_unknown_exclusive_delivery_ends_every_strategy() {
        for (Strategy strategy : List.of(Strategy.WATERFALL, ROUND_ROBIN, WEIGHTED, new Strategy.Score(null))) {
            Sluice outside = Sluice.builder()
                    .delivery("lost", request -> DeliveryResult.unknown("reply lost"))
                    .delivery("takes", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                    .build();
            Submission result = outside.open(Solar.flow()
                            .step(DistributeStep.by(
                                    strategy,
                                    "d",
                                    RecipientStep.to("lost", "lost").build(),
                                    buyer("b").build()))
                            .build())
                    .submit(Solar.lead("john@example.com"));

            assertThat(result.deliveries())
                    .extracting(DeliveryReport::recipient)
                    .containsExactly("lost");
            assertThat(candidates(result)).contains("An earlier delivery is unknown");
        }
    }
}
