package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Submission.Status;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.store.Cursor;
import dev.sluice.store.MemoryStore;
import dev.sluice.types.Lead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionKeysTest {
    private final StillTime time = new StillTime("2026-03-02T15:00:00Z");
    private final MemoryStore store = MemoryStore.create();
    private final AtomicInteger delivered = new AtomicInteger();
    private final Sluice sluice = Sluice.builder()
            .time(time)
            .store(store)
            .delivery("stub", request -> {
                delivered.incrementAndGet();
                return DeliveryResult.success()
                        .price(new java.math.BigDecimal("20"))
                        .reference("r-1");
            })
            .build();

    private static FlowDefinition.Builder flow() {
        return FlowDefinition.builder("f")
                .field("email", "email")
                .source(SourceDefinition.of("s").pricing(Pricing.fixed("12")))
                .source("other")
                .step(RecipientStep.to("buyer", "stub")
                        .pricing(Pricing.fixed("20"))
                        .map("to", "{{lead.email}}")
                        .build());
    }

    private static Lead lead() {
        return Lead.from("s").with("email", "a@b.com").with("n", 1).withKey("order-7");
    }

    private long streams() {
        return store.events().after(Cursor.START, 1_000).events().stream()
                .map(Event::stream)
                .distinct()
                .count();
    }

    @Test
    void the_same_key_with_the_same_content_runs_once_and_answers_the_same() {
        Flow flow = sluice.open(flow().build());

        Submission first = flow.submit(lead());
        Submission again =
                flow.submit(Lead.from("s").with("n", 1).with("email", "a@b.com").withKey("order-7"));

        assertThat(first.status()).isEqualTo(Status.ANSWERED);
        assertThat(again.status()).isEqualTo(Status.REPEATED);
        assertThat(again.leadId()).isEqualTo(first.leadId());
        assertThat(again.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(again.price()).isEqualByComparingTo(first.price());
        assertThat(again.revenue()).isEqualByComparingTo(first.revenue());
        assertThat(again.response().text()).isEqualTo(first.response().text());
        assertThat(again.deliveries()).hasToString(first.deliveries().toString());
        assertThat(again.deliveries().get(0).price()).isEqualByComparingTo("20");
        assertThat(again.explain()).isEqualTo(first.explain());
        assertThat(delivered).hasValue(1);
        assertThat(streams()).isEqualTo(1);
    }

    @Test
    void a_rejection_is_repeated_with_its_reason() {
        Flow flow = sluice.open(FlowDefinition.builder("f")
                .field(dev.sluice.flow.FieldDefinition.of("email", "email").mandatory())
                .source("s")
                .build());
        Lead blank = Lead.from("s").withKey("k");

        Submission first = flow.submit(blank);
        Submission again = flow.submit(blank);

        assertThat(again.status()).isEqualTo(Status.REPEATED);
        assertThat(again.reason()).isEqualTo(first.reason()).hasValue("Missing required field: email");
        assertThat(again.response().text()).isEqualTo(first.response().text());
    }

    @Test
    void the_same_key_with_another_content_is_a_conflict_and_names_no_lead() {
        Flow flow = sluice.open(flow().build());
        flow.submit(lead());

        for (Lead other : List.of(lead().with("n", 2), lead().with("x", null), lead().with("n", "1"), lead().test())) {
            Submission answer = flow.submit(other);
            assertThat(answer.status()).isEqualTo(Status.CONFLICT);
            assertThat(answer.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(answer.leadId()).isEmpty();
        }
        assertThat(streams()).isEqualTo(1);
    }

    @Test
    void a_key_belongs_to_its_source_and_its_flow() {
        Flow flow = sluice.open(flow().build());
        Flow second = sluice.open(FlowDefinition.builder("g").source("s").build());
        flow.submit(lead());

        assertThat(flow.submit(Lead.from("other").with("email", "x@y.com").withKey("order-7"))
                        .status())
                .isEqualTo(Status.ANSWERED);
        assertThat(second.submit(lead()).status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void while_the_first_is_on_its_way_the_second_is_told_so() {
        AtomicReference<Flow> flow = new AtomicReference<>();
        AtomicReference<Submission> inside = new AtomicReference<>();
        Sluice busy = Sluice.builder()
                .delivery("stub", DeliveryPlugin.inProcess(request -> {
                    inside.set(flow.get().submit(lead()));
                    return DeliveryResult.success();
                }))
                .build();
        flow.set(busy.open(flow().build()));

        Submission first = flow.get().submit(lead());

        assertThat(first.status()).isEqualTo(Status.ANSWERED);
        assertThat(inside.get().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(inside.get().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(inside.get().leadId()).isEqualTo(first.leadId());
    }

    @Test
    void of_64_threads_with_one_key_exactly_one_runs() throws Exception {
        Flow flow = sluice.open(flow().build());
        ExecutorService threads = Executors.newFixedThreadPool(64);
        Map<Status, Integer> statuses = new EnumMap<>(Status.class);
        try {
            for (int round = 0; round < 20; round++) {
                Lead same = lead().withKey("round-" + round);
                Callable<Submission> one = () -> flow.submit(same);
                for (Future<Submission> answer : threads.invokeAll(
                        IntStream.range(0, 64).mapToObj(i -> one).toList())) {
                    statuses.merge(answer.get().status(), 1, Integer::sum);
                }
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(statuses).containsEntry(Status.ANSWERED, 20).doesNotContainKey(Status.CONFLICT);
        assertThat(delivered).hasValue(20);
        assertThat(streams()).isEqualTo(20);
    }

    @Test
    void a_key_twice_in_one_stream_of_leads_is_answered_twice_and_run_once() {
        Flow flow = sluice.open(flow().build());
        List<Submission> answers = new ArrayList<>();

        flow.submitAll(Stream.of(lead(), lead(), lead().with("n", 9)), answers::add);

        assertThat(answers)
                .extracting(Submission::status)
                .containsExactly(Status.ANSWERED, Status.REPEATED, Status.CONFLICT);
        assertThat(answers.get(1).leadId()).isEqualTo(answers.get(0).leadId());
    }

    @Test
    void a_key_that_is_too_old_is_refused_and_never_run_again() {
        Sluice brief = Sluice.builder()
                .time(time)
                .store(store)
                .submissionKeysKept(Duration.ofHours(24))
                .build();
        Flow flow = brief.open(FlowDefinition.builder("f").source("s").build());
        flow.submit(lead());

        time.pass(Duration.ofHours(24).minusMillis(1));
        assertThat(flow.submit(lead()).status()).isEqualTo(Status.REPEATED);
        time.pass(Duration.ofMillis(1));
        assertThat(flow.submit(lead()).refusal()).hasValue(Refusal.SUBMISSION_KEY_EXPIRED);
        assertThat(streams()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "line\nbreak", "schlüssel", "\u0000"})
    void a_key_that_is_none_is_refused_before_anything_is_kept(String key) {
        Submission answer = sluice.open(flow().build()).submit(lead().withKey(key));

        assertThat(answer.refusal()).hasValue(Refusal.SUBMISSION_KEY_INVALID);
        assertThat(streams()).isZero();
    }

    @Test
    void a_key_has_255_characters_at_most() {
        Flow flow = sluice.open(flow().build());

        assertThat(flow.submit(lead().withKey("k".repeat(255))).status()).isEqualTo(Status.ANSWERED);
        assertThat(flow.submit(lead().withKey("k".repeat(256))).refusal()).hasValue(Refusal.SUBMISSION_KEY_INVALID);
    }

    @Test
    void a_preview_claims_no_key() {
        Flow flow = sluice.open(flow().build());

        flow.preview(lead());

        assertThat(flow.submit(lead()).status()).isEqualTo(Status.ANSWERED);
        assertThat(flow.preview(lead()).status()).isEqualTo(Status.REPEATED);
    }

    @Test
    void the_key_itself_is_nowhere_in_the_log() {
        Submission answer = sluice.open(flow().build()).submit(lead());

        assertThat(answer.events()).allSatisfy(event -> {
            assertThat(dev.sluice.json.EventJson.clear().write(event)).doesNotContain("order-7");
        });
        assertThat(answer.events().get(0).type()).isEqualTo(EventType.SOURCE_SUBMITTED);
    }
}
