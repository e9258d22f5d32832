package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Bid;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Outcome;
import dev.sluice.distribution.Auction.Charge;
import dev.sluice.distribution.Auction.Choice;
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
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuctionFlowTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<DeliveryRequest> pings = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<DeliveryRequest> posts = new ConcurrentLinkedQueue<>();
    private final Sluice.Builder builder = Sluice.builder();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** A buyer that bids as told and takes or refuses the lead. */
    private final class Buyer implements DeliveryPlugin {
        private final Function<DeliveryRequest, Bid> bid;
        private final DeliveryResult result;

        Buyer(Function<DeliveryRequest, Bid> bid, DeliveryResult result) {
            this.bid = bid;
            this.result = result;
        }

        @Override
        public Bid ping(DeliveryRequest request) {
            pings.add(request);
            return bid.apply(request);
        }

        @Override
        public DeliveryResult deliver(DeliveryRequest request) {
            posts.add(request);
            return result;
        }

        @Override
        public Effect effect() {
            return Effect.NONE;
        }
    }

    private RecipientStep.Builder buyer(String id, Function<DeliveryRequest, Bid> bid, DeliveryResult result) {
        builder.delivery(id, new Buyer(bid, result));
        return RecipientStep.to(id, id).map("where", "{{lead.state}}").map("who", "{{lead.email}}");
    }

    private RecipientStep.Builder bidding(String id, String price) {
        return buyer(id, ping -> Bid.of(new BigDecimal(price)), DeliveryResult.success());
    }

    private static Strategy terms(Choice choice, Charge charge) {
        return new Strategy.PingPost(
                Value.number(15), choice, charge, Duration.ofMillis(500), Duration.ofMillis(750), List.of("state"));
    }

    private static final Strategy FIRST_PRICE = terms(Choice.HIGHEST_BID, Charge.FIRST_PRICE);

    private Submission submit(DistributeStep step) {
        return builder.build().open(Solar.flow().step(step).build()).submit(Solar.lead("john@example.com"));
    }

    private static String facts(Submission result, EventType type, String name) {
        return ValueJson.write(result.events().stream()
                .filter(event -> event.type().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow()
                .facts()
                .get(name));
    }

    private static String candidates(Submission result) {
        return facts(result, EventType.DISTRIBUTE_COMPLETED, "candidates");
    }

    private static List<String> sold(Submission result) {
        return result.deliveries().stream()
                .map(report -> report.recipient() + " " + report.outcome().text() + " "
                        + report.price().toPlainString())
                .toList();
    }

    @Test
    void the_best_bid_gets_the_lead_and_the_others_learn_by_how_much_they_lost() {
        Submission result = submit(DistributeStep.by(
                FIRST_PRICE,
                "d",
                bidding("a", "20").build(),
                bidding("b", "22.50").build(),
                bidding("c", "14").build(),
                buyer("n", ping -> Bid.none("not in Texas"), DeliveryResult.success())
                        .build()));

        assertThat(sold(result)).containsExactly("b success 22.50");
        assertThat(result.revenue()).isEqualByComparingTo("22.50");
        assertThat(candidates(result))
                .contains("Outbid by 2.50")
                .contains("Below the floor by 1")
                .contains("No bid: not in Texas");
        assertThat(facts(result, EventType.DISTRIBUTE_PLANNED, "bids"))
                .contains("\"price\":20")
                .contains("\"price\":14");
        assertThat(facts(result, EventType.DISTRIBUTE_PLANNED, "order")).isEqualTo("[\"b\"]");
    }

    @Test
    void a_ping_carries_what_the_flow_allows_and_a_post_the_whole_lead() {
        submit(DistributeStep.by(FIRST_PRICE, "d", bidding("a", "20").build()));

        DeliveryRequest ping = pings.remove();
        assertThat(ping.lead().get("where").text()).isEqualTo("TX");
        assertThat(ping.lead().get("who").isBlank()).isTrue();
        assertThat(ValueJson.writeVars(ping.scope())).doesNotContain("john").doesNotContain("512");
        assertThat(posts.remove().lead().get("who").text()).isEqualTo("john@example.com");
    }

    @Test
    void who_refuses_makes_room_for_the_next_bid() {
        Submission result = submit(DistributeStep.by(
                FIRST_PRICE,
                "d",
                bidding("a", "20").build(),
                buyer("b", ping -> Bid.exclusive(new BigDecimal("30")), DeliveryResult.failure("changed our mind"))
                        .build(),
                bidding("c", "25").build()));

        assertThat(sold(result)).containsExactly("b failure 0", "c success 25");
    }

    @Test
    void a_shared_lead_goes_to_the_best_bids_and_an_exclusive_one_to_one() {
        DistributeStep step = DistributeStep.by(
                        terms(Choice.BEST_TOTAL, Charge.FIRST_PRICE),
                        "d",
                        bidding("a", "20").build(),
                        bidding("b", "19").build(),
                        bidding("c", "18").build(),
                        buyer("x", ping -> Bid.exclusive(new BigDecimal("38")), DeliveryResult.success())
                                .build())
                .sharedBy(2);

        Submission result = submit(step);

        assertThat(sold(result)).containsExactly("a success 20", "b success 19");
        assertThat(candidates(result)).contains("Outbid by 1");
    }

    @Test
    void at_second_price_the_winner_pays_a_cent_more_than_the_next() {
        Submission result = submit(DistributeStep.by(
                terms(Choice.HIGHEST_BID, Charge.SECOND_PRICE),
                "d",
                bidding("a", "40").build(),
                bidding("b", "22").build()));

        assertThat(sold(result)).containsExactly("a success 22.01");
        assertThat(posts.remove().price()).isEqualByComparingTo("22.01");
    }

    @Test
    void conditions_of_a_bid_must_be_met() {
        Submission result = submit(DistributeStep.by(
                FIRST_PRICE,
                "d",
                conditional("ca", "states", Value.text("CA")).build(),
                conditional("consent", "require_consent", Value.bool(true)).build(),
                conditional("old", "max_age", Value.number(-1)).build(),
                conditional("odd", "moon_phase", Value.text("full")).build(),
                conditional("tx", "states", Value.text("tx")).build()));

        assertThat(sold(result)).containsExactly("tx success 30");
        assertThat(candidates(result)).contains("Condition not met: states").contains("Condition not met: moon_phase");
    }

    private RecipientStep.Builder conditional(String id, String condition, Value value) {
        Bid bid = new Bid(new BigDecimal("30"), false, null, Obj.EMPTY.with(condition, value));
        return buyer(id, ping -> bid, DeliveryResult.success());
    }

    @Test
    void without_any_bid_the_next_tier_is_pinged_and_then_nobody_has_it() {
        DistributeStep step = DistributeStep.by(
                FIRST_PRICE,
                "d",
                bidding("a", "3").build(),
                bidding("b", "16").standing(Standing.ofTier(2)).build());

        assertThat(sold(submit(step))).containsExactly("b success 16");

        Submission none =
                submit(DistributeStep.by(FIRST_PRICE, "d", bidding("a", "3").build()));
        assertThat(none.deliveries()).isEmpty();
        assertThat(none.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void bidders_that_break_lie_or_are_full_get_nothing() {
        DistributeStep step = DistributeStep.by(
                FIRST_PRICE,
                "d",
                buyer(
                                "breaks",
                                ping -> {
                                    throw new IllegalStateException("john@example.com");
                                },
                                DeliveryResult.success())
                        .build(),
                buyer("null", ping -> null, DeliveryResult.success()).build(),
                bidding("negative", "-5").build(),
                bidding("rich", "99999999999").build(),
                bidding("full", "50").cap(Cap.of("c", 0, TimeUnit.DAY)).build(),
                bidding("a", "20").build());

        Submission result = submit(step);

        assertThat(sold(result)).containsExactly("a success 20");
        assertThat(candidates(result))
                .contains("Plugin breaks failed: IllegalStateException")
                .contains("Plugin null gave no answer")
                .contains("No bid: not a price")
                .contains("Daily cap reached (0/0)")
                .doesNotContain("john");
        assertThat(pings).hasSize(5);
    }

    @Test
    void pings_go_out_side_by_side() {
        builder.executor(threads);
        CyclicBarrier together = new CyclicBarrier(2);
        Function<DeliveryRequest, Bid> waits = ping -> {
            await(together);
            return Bid.of(new BigDecimal("20"));
        };
        Duration patient = Duration.ofSeconds(30);
        Strategy terms = new Strategy.PingPost(
                Value.number(15), Choice.HIGHEST_BID, Charge.FIRST_PRICE, patient, patient, List.of());

        Submission result = submit(DistributeStep.by(
                terms,
                "d",
                buyer("a", waits, DeliveryResult.success()).build(),
                buyer("b", waits, DeliveryResult.success()).build()));

        assertThat(sold(result)).containsExactly("a success 20");
    }

    @Test
    void a_bid_that_does_not_come_in_time_is_none() {
        CountDownLatch never = new CountDownLatch(1);
        Deque<Executor> takers = new ArrayDeque<>(List.<Executor>of(Runnable::run, threads, Runnable::run));
        builder.executor(task -> takers.remove().execute(task));

        Submission result = submit(DistributeStep.by(
                FIRST_PRICE,
                "d",
                bidding("a", "20").build(),
                buyer(
                                "hangs",
                                ping -> {
                                    await(never);
                                    return Bid.of(new BigDecimal("99"));
                                },
                                DeliveryResult.success())
                        .build()));

        assertThat(sold(result)).containsExactly("a success 20");
        assertThat(candidates(result)).contains("No bid in time");
    }

    @Test
    void a_buyer_that_bids_twice_gets_the_lead_once() {
        Entity buyer = new Entity("ent_1", "Premier");
        Submission result = submit(DistributeStep.by(
                        FIRST_PRICE,
                        "d",
                        bidding("a", "30").entity(buyer).key("ka").build(),
                        bidding("b", "25").entity(buyer).key("kb").build(),
                        bidding("c", "20").build())
                .sharedBy(2));

        assertThat(sold(result)).containsExactly("a success 30", "c success 20");
        assertThat(candidates(result)).contains("Buyer has the lead");
    }

    @Test
    void a_preview_asks_only_what_touches_nothing() {
        Sluice sluice = builder.delivery("outside", request -> {
                    throw new AssertionError("called in a preview");
                })
                .build();
        Flow flow = sluice.open(Solar.flow()
                .step(DistributeStep.by(
                        FIRST_PRICE, "d", RecipientStep.to("o", "outside").build()))
                .build());

        assertThat(candidates(flow.preview(Solar.lead("john@example.com")))).contains("Not asked in a preview");
    }

    @Test
    void parallel_deliveries_are_made_side_by_side_and_told_in_order() {
        builder.executor(threads);
        CyclicBarrier together = new CyclicBarrier(2);
        builder.delivery("waits", request -> {
            await(together);
            return DeliveryResult.success();
        });
        builder.delivery("refuses", DeliveryPlugin.inProcess(request -> DeliveryResult.failure("no")));

        Submission result = submit(DistributeStep.by(
                new Strategy.Parallel(),
                "d",
                RecipientStep.to("a", "waits").build(),
                RecipientStep.to("n", "refuses").build(),
                RecipientStep.to("full", "waits")
                        .cap(Cap.of("c", 0, TimeUnit.DAY))
                        .build(),
                RecipientStep.to("b", "waits").build()));

        assertThat(sold(result)).containsExactly("a success 0", "n failure 0", "full skip 0", "b success 0");
    }

    @Test
    void a_delivery_that_hangs_is_unknown_and_one_that_never_began_is_an_error() {
        CountDownLatch never = new CountDownLatch(1);
        builder.delivery("hangs", request -> {
            await(never);
            return DeliveryResult.success();
        });
        RecipientStep hangs =
                RecipientStep.to("a", "hangs").timeout(Duration.ofMillis(30)).build();

        Submission hung = builder.executor(threads)
                .build()
                .open(Solar.flow().step(hangs).build())
                .submit(Solar.lead("john@example.com"));
        Executor forgets = task -> {};
        Submission lost = builder.executor(forgets)
                .build()
                .open(Solar.flow().step(hangs).build())
                .submit(Solar.lead("john@example.com"));

        assertThat(hung.deliveries().get(0).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(hung.deliveries().get(0).reason()).contains("Plugin hangs gave no answer in time");
        assertThat(lost.deliveries().get(0).outcome()).isEqualTo(Outcome.ERROR);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, java.util.concurrent.TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
