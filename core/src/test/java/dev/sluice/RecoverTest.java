package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.Recovered.Fate;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Recovery;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.Changes;
import dev.sluice.store.Cursor;
import dev.sluice.store.Entry;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Reads;
import dev.sluice.store.StateCheck;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Obj;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rows of the crash table: where a process can end, what its caller saw, what recovery makes of it. */
class RecoverTest {
    private final MemoryStore data = MemoryStore.create();
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private final List<String> keys = new ArrayList<>();
    private boolean dies;

    private FlowDefinition flow(Recovery recovery) {
        return Solar.flow()
                .step(DistributeStep.waterfall(
                        "sell",
                        RecipientStep.to("first", "crm")
                                .recovery(recovery)
                                .cap(Cap.of("day", 1, TimeUnit.DAY))
                                .build(),
                        RecipientStep.to("second", "crm").build()))
                .build();
    }

    /** A process that ends after so many events of its own. */
    private Sluice process(int events) {
        return Sluice.builder()
                .store(new CuttingStore(data, events))
                .time(time)
                .delivery("crm", request -> {
                    keys.add(request.delivery().key());
                    if (dies) {
                        dies = false;
                        throw new CuttingStore.Cut();
                    }
                    return DeliveryResult.success();
                })
                .build();
    }

    private String submitAndDie(int events, Recovery recovery) {
        Flow flow = process(events).open(flow(recovery));
        Throwable end =
                catchThrowable(() -> flow.submit(Solar.lead("john@example.com").withKey("k1")));
        assertThat(end).isInstanceOf(CuttingStore.Cut.class);
        return lead();
    }

    private String lead() {
        List<Event> events = data.events().after(Cursor.START, 100).events();
        return events.isEmpty() ? "" : events.get(0).leadId();
    }

    private List<String> types(String lead) {
        return data.events().stream(new StreamId("default", lead)).stream()
                .map(event -> event.type().text())
                .toList();
    }

    private Submission again(Sluice sluice) {
        return sluice.open(flow(Recovery.RESEND))
                .submit(Solar.lead("john@example.com").withKey("k1"));
    }

    @Test
    void rows_0_and_1_nothing_was_written_and_the_caller_submits_again() {
        Flow flow = process(0).open(flow(Recovery.RESEND));
        data.close();

        assertThat(flow.submit(Solar.lead("john@example.com").withKey("k1")).status())
                .isEqualTo(Submission.Status.UNSETTLED);
        assertThat(data.events().after(Cursor.START, 10).events()).isEmpty();
    }

    @Test
    void rows_2_and_3_a_lead_of_which_only_the_submission_is_recorded_is_finished() {
        String lead = submitAndDie(1, Recovery.RESEND);
        Sluice next = process(100);

        RecoveryReport report = next.recover();

        assertThat(report.finished()).containsExactly(lead);
        assertThat(report.resent()).isEmpty();
        assertThat(types(lead)).endsWith("recipient.delivered", "distribute.completed", "flow.completed");
        assertThat(again(next).status()).isEqualTo(Submission.Status.REPEATED);
        assertThat(again(next).leadId()).contains(lead);
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    /** A store whose state was written and whose log was not: the claim stands, and no event tells of it. */
    @Test
    void row_4_what_a_lead_claimed_before_the_end_does_not_make_it_its_own_duplicate() {
        FlowDefinition flow =
                Solar.flow().duplicateCheck(Solar.sameEmailAndPhone()).build();
        MemoryStore other = MemoryStore.create();
        keyed(other).open(flow).submit(Solar.lead("john@example.com"));
        Entry claimed = other.inventory("default").entries().get(0);
        Flow first = keyed(new CuttingStore(data, 1)).open(flow);
        assertThat(catchThrowable(() -> first.submit(Solar.lead("john@example.com"))))
                .isInstanceOf(CuttingStore.Cut.class);
        Entry own = new Entry(claimed.key(), lead(), claimed.at(), claimed.expiresAt());
        data.write(new Claiming(own));

        assertThat(keyed(new CuttingStore(data, 100)).recover().finished()).containsExactly(lead());
        assertThat(types(lead())).containsExactly("source.submitted", "source.accepted", "flow.completed");
        Flow next = keyed(new CuttingStore(data, 100)).open(flow);
        assertThat(next.submit(Solar.lead("john@example.com")).outcome()).isEqualTo(Outcome.FAILURE);
    }

    private Sluice keyed(Store store) {
        return Sluice.builder()
                .store(store)
                .time(time)
                .indexKey(new byte[] {1, 2, 3})
                .build();
    }

    private record Claiming(Entry entry) implements Write<Boolean> {
        @Override
        public Reads reads() {
            return new Reads(List.of(), List.of(entry.key()), List.of(), List.of(), List.of());
        }

        @Override
        public Boolean decide(View view, Changes changes) {
            changes.put(entry);
            return true;
        }
    }

    @Test
    void row_5_an_accepted_lead_goes_on_with_its_steps() {
        String lead = submitAndDie(2, Recovery.RESEND);

        assertThat(process(100).recover().finished()).containsExactly(lead);
        assertThat(keys).containsExactly(lead + ":first:1");
    }

    /** A look-up that costs money, so that its intent is written; the first process dies while it is answered. */
    private Sluice paying(EnhancementStep step, List<String> asked) {
        Sluice process = Sluice.builder()
                .store(new CuttingStore(data, 100))
                .time(time)
                .enricher("credit", new Enricher() {
                    @Override
                    public Enrichment enrich(EnrichmentRequest request) {
                        asked.add(step.id());
                        if (dies) {
                            dies = false;
                            throw new CuttingStore.Cut();
                        }
                        return Enrichment.of(Obj.EMPTY).cost(new BigDecimal("0.40"));
                    }

                    @Override
                    public Effect effect() {
                        return Effect.EXTERNAL;
                    }
                })
                .build();
        process.open(Solar.flow().step(step).build());
        return process;
    }

    private List<Event> cutOffWhileAsking(EnhancementStep step, List<String> asked) {
        dies = true;
        Sluice first = paying(step, asked);
        Throwable end = catchThrowable(
                () -> first.open(Solar.flow().step(step).build()).submit(Solar.lead("john@example.com")));
        assertThat(end).isInstanceOf(CuttingStore.Cut.class);

        assertThat(paying(step, asked).recover().finished()).containsExactly(lead());
        return data.events().stream(new StreamId("default", lead())).stream()
                .filter(event -> event.type().family().equals("enhancement"))
                .toList();
    }

    @Test
    void row_6_a_look_up_that_was_cut_off_is_asked_again_and_its_event_says_so() {
        List<String> asked = new ArrayList<>();
        List<Event> events = cutOffWhileAsking(EnhancementStep.of("credit", "credit", "score"), asked);

        assertThat(asked).hasSize(2);
        assertThat(events)
                .extracting(event -> event.type().text())
                .containsExactly("enhancement.attempt", "enhancement.success");
        assertThat(events.get(1).facts().get("recovered").text()).isEqualTo("true");
        assertThat(events.get(1).cost().orElseThrow()).isEqualByComparingTo("0.40");
    }

    @Test
    void row_6_with_ask_it_is_not_paid_for_twice() {
        List<String> asked = new ArrayList<>();
        EnhancementStep step = EnhancementStep.of("credit", "credit", "score").recovery(Recovery.ASK);
        List<Event> events = cutOffWhileAsking(step, asked);

        assertThat(asked).hasSize(1);
        assertThat(events.get(1).outcome()).contains(Outcome.UNKNOWN);
    }

    @Test
    void rows_7_to_9_a_delivery_that_may_have_arrived_is_sent_again_with_its_key() {
        dies = true;
        String lead = submitAndDie(100, Recovery.RESEND);

        RecoveryReport report = process(100).recover();

        assertThat(keys).containsExactly(lead + ":first:1", lead + ":first:1");
        assertThat(report.resent()).containsExactly(lead);
        assertThat(report.toString()).isEqualTo("1 finished, 1 re-sent, 0 unknown, 0 closed, 0 waiting");
        assertThat(data.events().stream(new StreamId("default", lead)))
                .filteredOn(event -> event.type().text().equals("recipient.delivered"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.facts().get("recovered").text()).isEqualTo("true"));
    }

    @Test
    void row_8_with_ask_it_is_unknown_and_nobody_else_is_offered_the_lead() {
        dies = true;
        String lead = submitAndDie(100, Recovery.ASK);

        RecoveryReport report = process(100).recover();

        assertThat(keys).containsExactly(lead + ":first:1");
        assertThat(report.unknown()).containsExactly(lead);
        assertThat(report.resent()).isEmpty();
        assertThat(types(lead)).contains("recipient.unknown").doesNotContain("recipient.delivered");
        assertThat(data.inventory("default").holds()).hasSize(1);
    }

    @Test
    void rows_10_and_11_what_was_answered_is_not_asked_again() {
        String lead = submitAndDie(5, Recovery.RESEND);

        process(100).recover();

        assertThat(keys).hasSize(1);
        assertThat(types(lead)).endsWith("recipient.delivered", "distribute.completed", "flow.completed");
        assertThat(data.inventory("default").holds()).isEmpty();
    }

    @Test
    void rows_12_and_13_a_lead_that_has_ended_needs_nothing() {
        Sluice first = process(100);
        Submission answer = again(first);

        assertThat(process(100).recover().leads()).isEmpty();
        assertThat(again(process(100)).leadId()).isEqualTo(answer.leadId());
        assertThat(keys).hasSize(1);
    }

    @Test
    void a_lead_whose_plugin_is_not_there_waits_and_is_told_of() {
        String lead = submitAndDie(2, Recovery.RESEND);

        RecoveryReport report = Sluice.builder()
                .store(new CuttingStore(data, 100))
                .time(time)
                .build()
                .recover();

        assertThat(report.leads()).singleElement().satisfies(waiting -> {
            assertThat(waiting.fate()).isEqualTo(Fate.WAITING);
            assertThat(waiting.reason()).contains("crm");
        });
        assertThat(process(100).recover().finished()).containsExactly(lead);
    }

    @Test
    void a_lead_that_waits_is_free_again_after_a_few_minutes() {
        String lead = submitAndDie(2, Recovery.RESEND);
        time.pass(Duration.ofMinutes(10));
        Sluice without = Sluice.builder().store(data).time(time).build();

        assertThat(without.recover().waiting()).containsExactly(lead);
        assertThat(without.recover().leads()).isEmpty();
        time.pass(Duration.ofMinutes(5));
        assertThat(quiet().recover().finished()).containsExactly(lead);
    }

    @Test
    void a_lead_goes_on_under_the_revision_that_it_began_with() {
        String lead = submitAndDie(2, Recovery.RESEND);
        Sluice next = process(100);
        next.open(Solar.flow().step(RecipientStep.to("other", "crm").build()).build());

        next.recover();

        assertThat(keys).containsExactly(lead + ":first:1");
        assertThat(data.events().stream(new StreamId("default", lead)))
                .allMatch(event -> event.context().revision() == 1);
    }

    @Test
    void who_was_only_slow_can_write_no_more_once_the_lead_was_taken_over() {
        List<RecoveryReport> reports = new ArrayList<>();
        Sluice other = Sluice.builder()
                .store(data)
                .time(time)
                .delivery("crm", request -> {
                    keys.add(request.delivery().key());
                    return DeliveryResult.success();
                })
                .build();
        Sluice slow = Sluice.builder()
                .store(data)
                .time(time)
                .delivery("crm", request -> {
                    keys.add(request.delivery().key());
                    assertThat(other.recover().leads()).isEmpty();
                    time.pass(Duration.ofMinutes(10));
                    reports.add(other.recover());
                    return DeliveryResult.failure("Too late to tell");
                })
                .build();

        Submission answer = slow.open(flow(Recovery.RESEND)).submit(Solar.lead("john@example.com"));

        String lead = lead();
        assertThat(reports).singleElement().satisfies(report -> assertThat(report.finished())
                .containsExactly(lead));
        assertThat(answer.status()).isEqualTo(Submission.Status.IN_PROGRESS);
        assertThat(keys).containsExactly(lead + ":first:1", lead + ":first:1");
        assertThat(types(lead)).endsWith("flow.completed").doesNotContain("recipient.failed");
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    @Test
    void leads_that_many_recover_at_once_go_to_one_each() throws Exception {
        Flow flow = process(1_000).open(flow(Recovery.RESEND));
        for (int i = 0; i < 40; i++) {
            dies = true;
            int which = i;
            catchThrowable(() -> flow.submit(Solar.lead("who" + which + "@example.com")));
        }
        time.pass(Duration.ofMinutes(10));
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
        List<RecoveryReport> reports = new ArrayList<>();
        try {
            List<Callable<RecoveryReport>> recoveries = IntStream.range(0, 4)
                    .<Callable<RecoveryReport>>mapToObj(i -> quiet()::recover)
                    .toList();
            for (var each : threads.invokeAll(recoveries)) {
                reports.add(each.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(reports.stream().flatMap(report -> report.finished().stream()))
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(data.inventory("default").open()).isEmpty();
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    @Test
    void leads_of_another_account_in_the_same_store_are_left_to_it() {
        String lead = submitAndDie(2, Recovery.RESEND);
        time.pass(Duration.ofMinutes(10));

        assertThat(quiet("partner").recover().leads()).isEmpty();
        assertThat(quiet().recover().finished()).containsExactly(lead);
    }

    private Sluice quiet() {
        return quiet("default");
    }

    private Sluice quiet(String account) {
        return Sluice.builder()
                .account(account)
                .store(data)
                .time(time)
                .delivery("crm", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .build();
    }

    @Test
    void due_work_is_done_up_to_its_limit() {
        Flow flow = process(1_000).open(flow(Recovery.RESEND));
        for (int i = 0; i < 3; i++) {
            dies = true;
            int which = i;
            catchThrowable(() -> flow.submit(Solar.lead("who" + which + "@example.com")));
        }
        time.pass(Duration.ofMinutes(10));
        Sluice next = quiet();

        assertThat(next.runDue(2).leads().leads()).hasSize(2);
        assertThat(next.runDue(2).leads().leads()).hasSize(1);
        assertThat(next.runDue(2).leads().leads()).isEmpty();
    }
}
