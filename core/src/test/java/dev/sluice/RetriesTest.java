package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Backoff;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.OutcomeFrom;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Recovery;
import dev.sluice.flow.Retry;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.StateCheck;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
    private static final DeliveryResult DOWN =
            DeliveryResult.error("Server error").detail("response_code", 503);
    private static final DeliveryResult LOST =
            DeliveryResult.unknown("Timeout; the lead may have arrived").detail("code", "connection_timeout");

    private final MemoryStore data = MemoryStore.create();
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private final Deque<DeliveryResult> script = new ArrayDeque<>();
    private final List<DeliveryRequest> asked = new ArrayList<>();
    private int process;

    private Sluice sluice() {
        return process(Integer.MAX_VALUE);
    }

    private Sluice process(int events) {
        process++;
        int[] ids = {0};
        String name = "p" + process + "_";
        DeliveryPlugin crm = request -> {
            asked.add(request);
            return script.isEmpty() ? DeliveryResult.success() : script.removeFirst();
        };
        return Sluice.builder()
                .store(new CuttingStore(data, events))
                .time(time)
                .ids(prefix -> prefix + name + ++ids[0])
                .delivery("crm", crm)
                .delivery("other", request -> DeliveryResult.success())
                .build();
    }

    private static RecipientStep.Builder crm(Retry retry) {
        return RecipientStep.to("crm", "crm")
                .map("email", "{{lead.email}}")
                .pricing(Pricing.fixed("25.00"))
                .cap(Cap.of("day", 5, TimeUnit.DAY))
                .retry(retry);
    }

    private static FlowDefinition flow(RecipientStep.Builder crm) {
        return Solar.flow()
                .outcomeFrom(OutcomeFrom.ANY_DELIVERY)
                .step(crm.build())
                .build();
    }

    private static Lead lead() {
        return Solar.lead("john@example.com");
    }

    private List<String> events(String leadId) {
        return data.events().stream(new StreamId("default", leadId)).stream()
                .map(event -> event.type()
                        + event.outcome().map(outcome -> " " + outcome).orElse(""))
                .toList();
    }

    private Event last(String leadId) {
        List<Event> all = data.events().stream(new StreamId("default", leadId));
        return all.get(all.size() - 1);
    }

    @Test
    void a_delivery_that_broke_waits_while_the_lead_has_its_answer_and_is_made_when_it_is_due() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(crm(Retry.USUAL)));
        script.add(DOWN);

        Submission answer = flow.submit(lead());

        assertThat(answer.status()).isEqualTo(Submission.Status.QUEUED);
        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(answer.deliveries()).hasToString("[crm: queued]");
        assertThat(flow.caps().get(0).reserved()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(sluice.runDue(10).isEmpty()).isTrue();
        time.pass(Duration.ofMillis(1_001));
        assertThat(sluice.runDue(10).leads().leads()).hasSize(1);
        assertThat(events(answer.leadId().orElseThrow()))
                .containsExactly(
                        "source.submitted",
                        "source.accepted success",
                        "recipient.delivery_attempt",
                        "recipient.error error",
                        "retry.scheduled",
                        "retry.attempted",
                        "recipient.delivered success",
                        "flow.completed success");
        assertThat(last(answer.leadId().orElseThrow()).revenue().orElseThrow()).isEqualByComparingTo("25");
        assertThat(asked)
                .extracting(request -> request.delivery().key())
                .containsOnly(asked.get(0).delivery().key());
        assertThat(asked).extracting(request -> request.delivery().attempt()).containsExactly(1, 2);
        assertThat(asked.get(1).lead()).isEqualTo(asked.get(0).lead());
        assertThat(flow.caps().get(0).reserved()).isZero();
        assertThat(flow.caps().get(0).committed()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    @Test
    void waits_double_and_end_with_the_last_try() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(crm(Retry.USUAL.attempts(4))));
        script.addAll(List.of(DOWN, DOWN, DOWN, DOWN, DOWN));

        String lead = flow.submit(lead()).leadId().orElseThrow();
        List<Integer> tries = new ArrayList<>();
        for (int second = 1; second <= 10; second++) {
            time.pass(Duration.ofMillis(1_001));
            sluice.runDue(10);
            tries.add(asked.size());
        }

        assertThat(tries).containsExactly(2, 2, 3, 3, 3, 3, 4, 4, 4, 4);
        assertThat(events(lead)).endsWith("recipient.error error", "flow.completed failure");
        assertThat(flow.caps().get(0).reserved()).isZero();
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    @Test
    void a_lost_reply_is_tried_again_and_unknown_unless_a_later_try_gets_an_answer() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(crm(Retry.USUAL.attempts(2))));
        DeliveryResult refused = DeliveryResult.error("Connection failed").detail("code", "connection_failed");
        script.addAll(List.of(LOST, refused));
        String first = flow.submit(lead()).leadId().orElseThrow();
        time.pass(Duration.ofSeconds(2));
        sluice.runDue(10);
        script.addAll(List.of(LOST, DOWN));
        String second = flow.submit(lead()).leadId().orElseThrow();
        time.pass(Duration.ofSeconds(2));
        sluice.runDue(10);

        assertThat(events(first)).endsWith("recipient.unknown unknown", "flow.completed failure");
        assertThat(events(second)).endsWith("recipient.error error", "flow.completed failure");
        assertThat(flow.caps().get(0).reserved()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @ParameterizedTest
    @CsvSource({
        "400,",
        "401,",
        "429,",
        "408,",
        "500,",
        ",connection_timeout",
        ",mapping_error",
        ",authentication_failed",
        ","
    })
    void only_what_may_pass_is_tried_again(Integer status, String code) {
        Sluice sluice = sluice();
        DeliveryResult broken = DeliveryResult.error("No");
        broken = status == null ? broken : broken.detail("response_code", status);
        broken = code == null ? broken : broken.detail("code", code);
        script.add(broken);

        Submission answer = sluice.open(flow(crm(Retry.USUAL))).submit(lead());

        boolean passes = status == null ? code == null || code.equals("connection_timeout") : status > 401;
        assertThat(answer.status() == Submission.Status.QUEUED).isEqualTo(passes);
    }

    @Test
    void a_business_no_is_final() {
        script.add(DeliveryResult.failure("Duplicate"));

        Submission answer = sluice().open(flow(crm(Retry.USUAL))).submit(lead());

        assertThat(answer.status()).isEqualTo(Submission.Status.ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({"7,7", "0,1", "'Mon, 15 Jan 2024 14:31:45 GMT',60", "3600,3600", "nonsense,1"})
    void a_recipient_says_when_to_come_again(String told, long seconds) {
        Sluice sluice = sluice();
        script.add(DOWN.detail("retry_after", told));
        sluice.open(flow(crm(Retry.USUAL))).submit(lead());

        time.pass(Duration.ofSeconds(seconds).minusMillis(150));
        sluice.runDue(1);
        assertThat(asked).hasSize(1);
        time.pass(Duration.ofMillis(200));
        sluice.runDue(1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whoever_asks_for_more_than_a_day_is_not_tried_again() {
        script.add(DOWN.detail("retry_after", "999999999999"));

        assertThat(sluice().open(flow(crm(Retry.USUAL))).submit(lead()).status())
                .isEqualTo(Submission.Status.ANSWERED);
    }

    @Test
    void the_steps_after_it_run_and_read_an_error() {
        FlowDefinition flow = Solar.flow()
                .step(crm(Retry.USUAL).build())
                .step(RecipientStep.to("backup", "other").build())
                .build();
        script.add(DOWN);
        Sluice sluice = sluice();

        Submission answer = sluice.open(flow).submit(lead());
        time.pass(Duration.ofSeconds(2));
        sluice.runDue(1);

        assertThat(answer.status()).isEqualTo(Submission.Status.QUEUED);
        assertThat(answer.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(answer.deliveries()).hasToString("[crm: queued, backup: success]");
        assertThat(last(answer.leadId().orElseThrow()).revenue().orElseThrow()).isEqualByComparingTo("25");
    }

    @Test
    void an_inline_retry_waits_on_the_leads_thread() {
        script.addAll(List.of(DOWN, DOWN));
        long start = time.nanos();

        Submission answer =
                sluice().open(flow(crm(Retry.USUAL.mode(Retry.Mode.INLINE)))).submit(lead());

        assertThat(answer.status()).isEqualTo(Submission.Status.ANSWERED);
        assertThat(answer.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(Duration.ofNanos(time.nanos() - start)).isEqualTo(Duration.ofSeconds(3));
        assertThat(events(answer.leadId().orElseThrow()))
                .containsSubsequence(
                        "recipient.error error",
                        "retry.scheduled",
                        "retry.attempted",
                        "recipient.error error",
                        "retry.scheduled",
                        "retry.attempted",
                        "recipient.delivered success");
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    @Test
    void a_dead_recipient_gets_its_budget_and_no_more() {
        Backoff soon = new Backoff(Duration.ZERO, Duration.ZERO, BigDecimal.ONE, 0);
        Retry retry = new Retry(10, soon, Retry.USUAL.on(), Retry.Mode.INLINE, 20);
        Flow flow = sluice().open(Solar.flow()
                .step(RecipientStep.to("crm", "crm").retry(retry).build())
                .build());
        for (int i = 0; i < 2_000; i++) {
            script.add(DOWN);
        }
        for (int lead = 0; lead < 200; lead++) {
            flow.submit(lead());
        }

        assertThat(asked.size()).isBetween(200, 200 + 40 + 10);
    }

    /** Cut after any event, in the first process or in the one that tries again; the recipient sees one key. */
    @ParameterizedTest
    @CsvSource({"QUEUED,RESEND", "INLINE,RESEND", "QUEUED,ASK", "INLINE,ASK"})
    void a_lead_that_is_cut_after_any_event_ends_the_same(Retry.Mode mode, Recovery recovery) {
        FlowDefinition flow = flow(crm(Retry.USUAL.mode(mode)).recovery(recovery));
        for (int cut = 1; cut <= 11; cut++) {
            RetriesTest story = new RetriesTest();
            story.script.addAll(List.of(DOWN, DOWN));
            story.playedThrough(flow, cut);
            List<String> end = story.events(story.lead);
            assertThat(end)
                    .as("cut after %s", cut)
                    .endsWith(
                            end.contains("recipient.unknown unknown")
                                    ? new String[] {"recipient.unknown unknown", "flow.completed failure"}
                                    : new String[] {"recipient.delivered success", "flow.completed success"});
            assertThat(end.contains("recipient.unknown unknown"))
                    .as("cut after %s", cut)
                    .isEqualTo(recovery == Recovery.ASK && story.cutInCall);
            assertThat(story.asked.stream()
                            .map(request -> request.delivery().key())
                            .distinct())
                    .hasSize(story.asked.isEmpty() ? 0 : 1);
            assertThat(StateCheck.of(story.data, "default").differences())
                    .as("cut after %s", cut)
                    .isEmpty();
        }
    }

    private String lead = "";
    private boolean cutInCall;

    private void playedThrough(FlowDefinition flow, int cut) {
        Sluice first = process(cut);
        try {
            first.open(flow).submit(lead());
            for (int i = 0; i < 3; i++) {
                time.pass(Duration.ofSeconds(10));
                first.runDue(10);
            }
        } catch (CuttingStore.Cut end) {
            time.pass(Duration.ofMinutes(30));
        }
        lead = "lead_p1_1";
        List<String> before = events(lead);
        String at = before.get(before.size() - 1);
        cutInCall = at.equals("recipient.delivery_attempt") || at.equals("retry.attempted");
        Sluice next = sluice();
        for (int i = 0; i < 5; i++) {
            next.runDue(10);
            time.pass(Duration.ofMinutes(10));
        }
    }
}
