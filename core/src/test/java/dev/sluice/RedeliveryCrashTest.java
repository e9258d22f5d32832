package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.Settled.Fate;
import dev.sluice.delivery.Backoff;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Recovery;
import dev.sluice.flow.Retry;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.StateCheck;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that end within what is done for a lead after its end: each intent gets one end, under the key it has. */
class RedeliveryCrashTest {
    private final MemoryStore data = MemoryStore.create();
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private final List<String> keys = new ArrayList<>();
    private final List<DeliveryResult> answers = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    private Sluice process(Store store) {
        return Sluice.builder()
                .store(store)
                .time(time)
                .delivery("crm", request -> {
                    keys.add(request.delivery().key());
                    meanwhile.run();
                    return answers.isEmpty() ? DeliveryResult.success() : answers.remove(0);
                })
                .build();
    }

    private Sluice process(int events) {
        return process(new CuttingStore(data, events));
    }

    private static FlowDefinition flow(Recovery recovery) {
        return Solar.flow()
                .step(DistributeStep.waterfall(
                        "sell",
                        buyer("first").recovery(recovery).build(),
                        buyer("second").recovery(recovery).build()))
                .build();
    }

    private static RecipientStep.Builder buyer(String id) {
        return RecipientStep.to(id, "crm").cap(Cap.of("day-" + id, 5, TimeUnit.DAY));
    }

    /** A lead that came to its end, as these answers say. */
    private String ended(FlowDefinition flow, DeliveryResult... first) {
        answers.addAll(List.of(first));
        String lead = process(data)
                .open(flow)
                .submit(Solar.lead("john@example.com"))
                .leadId()
                .orElseThrow();
        keys.clear();
        return lead;
    }

    private String refused(Recovery recovery) {
        return ended(flow(recovery), DeliveryResult.failure("No"), DeliveryResult.failure("No"));
    }

    private List<Event> events(String lead) {
        return data.events().stream(new StreamId("default", lead));
    }

    private List<String> types(String lead) {
        return events(lead).stream()
                .map(event -> event.type() + " " + event.step().orElse(""))
                .toList();
    }

    private void everythingIsClosed(String lead) {
        assertThat(data.leads().open("default", Instant.MAX, 10)).isEmpty();
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
        assertThat(events(lead).stream()
                        .filter(event -> event.type().equals(EventType.RECIPIENT_DELIVERY_ATTEMPT))
                        .map(intent -> intent.step() + " " + intent.generation()))
                .doesNotHaveDuplicates()
                .allSatisfy(intent -> assertThat(events(lead).stream()
                                .filter(event -> event.type().family().equals("recipient")
                                        && event.outcome().isPresent()
                                        && (event.step() + " " + event.generation()).equals(intent)))
                        .as(intent)
                        .hasSize(1));
    }

    /** One event is the intent, two are all there is. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_delivery_made_anew_that_is_cut_off_is_sent_again_with_its_key(int events) {
        String lead = refused(Recovery.RESEND);

        Sluice dying = process(events);
        assertThat(catchThrowable(() -> dying.deliveries().redeliver(lead, "first", Map.of(), "ann")))
                .isInstanceOf(CuttingStore.Cut.class);
        Sluice next = process(100);
        RecoveryReport report = next.recover();

        assertThat(report.leads()).hasSize(1).allMatch(each -> each.resent() == (events == 1 ? 1 : 0));
        assertThat(keys).containsOnly(lead + ":first:2");
        assertThat(types(lead)).endsWith("recipient.delivery_attempt first", "recipient.delivered first");
        assertThat(next.recover().leads()).isEmpty();
        assertThat(next.deliveries().redeliver(lead, "first", Map.of(), "ann").fate())
                .isEqualTo(Fate.NOT_NEEDED);
        everythingIsClosed(lead);
    }

    @Test
    void where_nothing_is_to_be_sent_twice_it_is_unknown_and_can_be_settled() {
        String lead = refused(Recovery.ASK);
        Sluice dying = process(1);
        assertThat(catchThrowable(() -> dying.deliveries().redeliver(lead, "first", Map.of(), "ann")))
                .isInstanceOf(CuttingStore.Cut.class);
        keys.clear();

        Sluice next = process(100);
        RecoveryReport report = next.recover();

        assertThat(report.leads()).singleElement().satisfies(each -> assertThat(each.unknown())
                .isOne());
        assertThat(keys).isEmpty();
        assertThat(types(lead)).endsWith("recipient.delivery_attempt first", "recipient.unknown first");
        everythingIsClosed(lead);
        assertThat(next.deliveries()
                        .settle(lead, "first", DeliveryResult.success(), "ann")
                        .fate())
                .isEqualTo(Fate.DONE);
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    /** After the settlement, after each intent to deliver to one of those behind, after each end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void those_behind_are_asked_in_turn_wherever_it_is_cut_off(int events) {
        FlowDefinition flow = Solar.flow()
                .step(DistributeStep.waterfall(
                        "sell",
                        buyer("first").build(),
                        buyer("second").build(),
                        buyer("third").build(),
                        buyer("fourth").build()))
                .build();
        String lead = ended(flow, DeliveryResult.unknown("Lost"));
        Sluice dying = process(events);
        answers.add(DeliveryResult.failure("No"));
        assertThat(catchThrowable(
                        () -> dying.deliveries().settle(lead, "first", DeliveryResult.failure("Never came"), "ann")))
                .isInstanceOf(CuttingStore.Cut.class);

        Sluice next = process(100);
        next.recover();

        assertThat(keys.stream().distinct()).containsExactly(lead + ":second:1", lead + ":third:1");
        assertThat(types(lead))
                .containsSubsequence("delivery.settled first", "recipient.failed second", "recipient.delivered third");
        assertThat(next.recover().leads()).isEmpty();
        everythingIsClosed(lead);
    }

    /** What the log says while nobody sees to the lead is what recovery has to go by. */
    @Test
    void nobody_behind_is_asked_while_one_may_have_the_lead_or_once_it_is_too_old() {
        String lead = ended(flow(Recovery.ASK), DeliveryResult.unknown("Lost"));
        Sluice dying = process(2);
        assertThat(catchThrowable(
                        () -> dying.deliveries().settle(lead, "first", DeliveryResult.failure("Never came"), "ann")))
                .isInstanceOf(CuttingStore.Cut.class);
        keys.clear();
        process(100).recover();
        assertThat(keys).isEmpty();
        assertThat(types(lead)).endsWith("recipient.unknown second");

        String old = ended(flow(Recovery.RESEND), DeliveryResult.unknown("Lost"));
        Sluice late = process(1);
        assertThat(catchThrowable(() -> late.deliveries()
                        .settle(old, "first", DeliveryResult.failure("Never came"), "ann", Duration.ofHours(1))))
                .isInstanceOf(CuttingStore.Cut.class);
        time.pass(Duration.ofHours(2));
        process(100).recover();
        assertThat(keys).isEmpty();
        assertThat(types(old)).endsWith("delivery.settled first");
        assertThat(data.leads().open("default", Instant.MAX, 10)).isEmpty();
    }

    @Test
    void who_was_behind_and_has_failed_after_all_is_not_asked_again() {
        FlowDefinition flow = Solar.flow()
                .step(DistributeStep.waterfall(
                        "sell",
                        buyer("first").build(),
                        buyer("second").build(),
                        buyer("third").build()))
                .build();
        String lead = ended(flow, DeliveryResult.unknown("Lost"));
        answers.add(DeliveryResult.unknown("Lost, too"));
        Sluice sluice = process(data);
        sluice.deliveries().settle(lead, "first", DeliveryResult.failure("Never came"), "ann");

        sluice.deliveries().settle(lead, "second", DeliveryResult.failure("Nor did this"), "ann");

        assertThat(keys).containsExactly(lead + ":second:1", lead + ":third:1");
        everythingIsClosed(lead);
    }

    @Test
    void recovery_that_does_not_see_who_is_behind_leaves_them_out() {
        String lead = ended(flow(Recovery.RESEND), DeliveryResult.unknown("Lost"));
        Sluice dying = process(1);
        assertThat(catchThrowable(
                        () -> dying.deliveries().settle(lead, "first", DeliveryResult.failure("Never came"), "ann")))
                .isInstanceOf(CuttingStore.Cut.class);

        process(new CuttingStore(data, 100, Forgetting.BEHIND)).recover();

        assertThat(keys).isEmpty();
    }

    @Test
    void a_process_that_only_seems_gone_cannot_end_what_recovery_has_ended() {
        String lead = refused(Recovery.RESEND);
        meanwhile = () -> {
            meanwhile = () -> {};
            time.pass(Duration.ofHours(1));
            assertThat(process(data).recover().leads()).hasSize(1);
        };

        Settled late = process(data).deliveries().redeliver(lead, "first", Map.of(), "ann");

        assertThat(late.fate()).isEqualTo(Fate.TOO_EARLY);
        assertThat(keys).hasSize(2).containsOnly(lead + ":first:2");
        everythingIsClosed(lead);
    }

    @Test
    void a_delivery_that_is_on_its_way_is_left_alone_by_recovery_and_by_people() {
        String lead = refused(Recovery.RESEND);
        List<Object> seen = new ArrayList<>();
        meanwhile = () -> {
            meanwhile = () -> {};
            Sluice other = process(data);
            seen.add(other.recover().leads());
            seen.add(other.deliveries()
                    .redeliver(lead, "second", Map.of(), "bob")
                    .fate());
            seen.add(other.deliveries()
                    .settle(lead, "first", DeliveryResult.success(), "bob")
                    .fate());
        };

        Settled sent = process(data).deliveries().redeliver(lead, "first", Map.of(), "ann");

        assertThat(sent.fate()).isEqualTo(Fate.DONE);
        assertThat(seen).containsExactly(List.of(), Fate.TOO_EARLY, Fate.TOO_EARLY);
        assertThat(keys).hasSize(1);
        everythingIsClosed(lead);
    }

    @Test
    void a_delivery_made_anew_that_breaks_is_tried_again_when_it_is_due() {
        Backoff minute = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(1), BigDecimal.ONE, 0);
        Retry retry = Retry.USUAL.attempts(3).backoff(minute);
        FlowDefinition flow =
                Solar.flow().step(buyer("first").retry(retry).build()).build();
        String lead = ended(flow, DeliveryResult.failure("No"));
        answers.add(DeliveryResult.error("Down").detail("response_code", 503));

        process(data).deliveries().redeliver(lead, "first", Map.of(), "ann");
        assertThat(types(lead)).endsWith("recipient.error first", "retry.scheduled first");
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
        assertThat(process(data).runDue(10).leads().leads()).isEmpty();
        time.pass(Duration.ofMinutes(2));
        process(data).runDue(10);

        assertThat(keys).hasSize(2).containsOnly(lead + ":first:2");
        assertThat(types(lead)).endsWith("retry.attempted first", "recipient.delivered first");
        assertThat(data.leads().open("default", Instant.MAX, 10)).isEmpty();
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    /** Nothing is written between two looks at a lead that is done. */
    @ParameterizedTest
    @EnumSource(Recovery.class)
    void what_is_not_needed_opens_nothing(Recovery recovery) {
        String lead = ended(flow(recovery));

        assertThat(process(data)
                        .deliveries()
                        .redeliver(lead, "second", Map.of(), "ann")
                        .fate())
                .isEqualTo(Fate.NOT_NEEDED);
        assertThat(data.leads().open("default", Instant.MAX, 10)).isEmpty();
    }
}
