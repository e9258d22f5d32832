package dev.sluice;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.distribution.BuyerScorer;
import dev.sluice.distribution.ScoreRequest;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Standing;
import dev.sluice.flow.Strategy;
import dev.sluice.rules.Finding;
import dev.sluice.types.Arr;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScorerTest {
    private static final Strategy BY_HOST = Strategy.Score.by("fit");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Sluice.Builder host(BuyerScorer scorer) {
        return Sluice.builder()
                .time(time)
                .delivery("takes", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .scorer("fit", scorer);
    }

    /** A scorer that knows a score by each recipient; null for one that it does not know. */
    private static BuyerScorer knowing(Map<String, String> scores) {
        return request -> {
            String score = scores.get(request.candidate().id());
            return score == null ? nothing() : new BigDecimal(score);
        };
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static BigDecimal nothing() {
        return null;
    }

    private static DistributeStep among(Strategy strategy, String... ids) {
        return DistributeStep.by(
                strategy,
                "d",
                Stream.of(ids).map(id -> RecipientStep.to(id, "takes").build()).toArray(RecipientStep[]::new));
    }

    private static Submission submit(Sluice sluice, DistributeStep step) {
        return sluice.open(Solar.flow().step(step).build()).submit(Solar.lead("john@example.com"));
    }

    private static Event event(Submission answer, EventType type) {
        return answer.events().stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> order(Submission answer) {
        Arr order = (Arr) event(answer, EventType.DISTRIBUTE_PLANNED).facts().get("order");
        return order.values().stream().map(Value::text).toList();
    }

    private static List<String> scores(Submission answer) {
        Arr scores = (Arr) event(answer, EventType.DISTRIBUTE_PLANNED).facts().get("scores");
        return scores.values().stream()
                .map(each -> each.part("id").text() + "=" + each.part("score").text()
                        + each.part("fault").text())
                .toList();
    }

    @Test
    void the_best_by_the_hosts_scores_is_asked_first() {
        Submission answer =
                submit(host(knowing(Map.of("a", "0.2", "b", "0.9", "c", "-1"))).build(), among(BY_HOST, "a", "b", "c"));

        assertThat(order(answer)).containsExactly("b", "a", "c");
        assertThat(scores(answer)).containsExactly("a=0.2", "b=0.9", "c=-1");
        assertThat(answer.deliveries()).extracting(DeliveryReport::recipient).containsExactly("b");
        assertThat(answer.explain()).contains("b scores 0.9").contains("c scores -1");
    }

    @Test
    void a_scorer_is_told_the_lead_and_the_buyer_as_the_flow_has_it() {
        List<ScoreRequest> seen = Collections.synchronizedList(new ArrayList<>());
        DistributeStep step = DistributeStep.by(
                BY_HOST,
                "d",
                RecipientStep.to("a", "takes")
                        .standing(Standing.ofScore(Value.text("{{lead.amount}}")))
                        .build());

        Submission answer = submit(
                host(request -> {
                            seen.add(request);
                            return BigDecimal.ONE;
                        })
                        .build(),
                step);

        ScoreRequest request = seen.get(0);
        assertThat(request.flow()).isEqualTo("solar");
        assertThat(request.step()).isEqualTo("d");
        assertThat(request.leadId()).isEqualTo(answer.leadId().orElseThrow());
        assertThat(request.candidate().score()).isEqualByComparingTo("1000");
        assertThat(request.data().get("lead.state").text()).isEqualTo("TX");
        assertThat(request.deadline().left()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void who_has_no_score_comes_last_and_the_event_says_why() {
        BuyerScorer broken = request -> switch (request.candidate().id()) {
            case "throws" -> throw new IllegalStateException("john@example.com");
            case "null" -> nothing();
            case "endless" -> new BigDecimal("1E+1000000000");
            case "deep" -> throw new StackOverflowError();
            default -> new BigDecimal("-5");
        };

        Submission answer = submit(host(broken).build(), among(BY_HOST, "throws", "null", "endless", "deep", "fine"));

        assertThat(order(answer)).containsExactly("fine", "throws", "null", "endless", "deep");
        assertThat(scores(answer))
                .containsExactly(
                        "throws=Plugin fit failed: IllegalStateException",
                        "null=Plugin fit gave no answer",
                        "endless=Plugin fit gave a number of too many digits",
                        "deep=Plugin fit failed: StackOverflowError",
                        "fine=-5");
        assertThat(answer.explain())
                .contains("throws has no score, Plugin fit failed: IllegalStateException")
                .doesNotContain("john@example.com");
        assertThat(event(answer, EventType.DISTRIBUTE_PLANNED).detail().text()).contains("john@example.com");
        assertThat(answer.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void who_has_no_score_does_not_reach_the_least() {
        Strategy strategy =
                new Strategy.Score(new BigDecimal("0.5"), new Strategy.Scorer("fit", Duration.ofMillis(50)));

        Submission answer = submit(
                host(knowing(Map.of("low", "0.4", "high", "0.5"))).build(), among(strategy, "odd", "low", "high"));

        assertThat(order(answer)).containsExactly("high");
        assertThat(answer.explain())
                .contains("odd: skip, No score: Plugin fit gave no answer")
                .contains("low: skip, Score 0.4 is below 0.5")
                .contains("high: success");
    }

    @Test
    void a_scorer_that_hangs_is_given_up_and_the_lead_goes_on() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        BuyerScorer hanging = request -> {
            if (request.candidate().id().equals("fine")) {
                return BigDecimal.ZERO;
            }
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException end) {
                interrupted.countDown();
            }
            return BigDecimal.TEN;
        };
        Strategy strategy = new Strategy.Score(null, new Strategy.Scorer("fit", Duration.ofSeconds(2)));

        Submission answer =
                submit(host(hanging).time(Time.system()).executor(threads).build(), among(strategy, "hangs", "fine"));

        assertThat(order(answer)).containsExactly("fine", "hangs");
        assertThat(scores(answer)).containsExactly("hangs=Plugin fit gave no answer in time", "fine=0");
        assertThat(interrupted.await(20, SECONDS)).isTrue();
    }

    @Test
    void without_an_executor_a_score_that_comes_too_late_does_not_count() {
        BuyerScorer slow = request -> {
            time.pass(Duration.ofMillis(request.candidate().id().equals("slow") ? 501 : 1));
            return BigDecimal.ONE;
        };

        Submission answer = submit(host(slow).build(), among(BY_HOST, "quick", "slow", "next"));

        assertThat(scores(answer))
                .containsExactly(
                        "quick=1", "slow=Plugin fit gave no answer in time", "next=Plugin fit gave no answer in time");
    }

    @Test
    void a_preview_asks_only_scorers_without_effects() {
        BuyerScorer scorer = knowing(Map.of("a", "1", "b", "2"));
        DistributeStep step = among(BY_HOST, "a", "b");

        Submission careful =
                host(scorer).build().open(Solar.flow().step(step).build()).preview(Solar.lead("a@b.com"));
        Submission harmless = host(BuyerScorer.inProcess(scorer))
                .build()
                .open(Solar.flow().step(step).build())
                .preview(Solar.lead("a@b.com"));

        assertThat(scores(careful)).containsExactly("a=Not asked in a preview", "b=Not asked in a preview");
        assertThat(order(harmless)).containsExactly("b", "a");
    }

    @Test
    void a_scorer_that_is_not_wired_is_a_finding_and_one_without_an_executor_a_warning() {
        List<Finding> findings = Sluice.builder()
                .delivery("takes", request -> DeliveryResult.success())
                .build()
                .check(Solar.flow().step(among(BY_HOST, "a")).build());

        assertThat(findings)
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(tuple("unknown_plugin", "/steps/0/scorer/plugin"), tuple("no_executor", "/steps/0"));
    }
}
