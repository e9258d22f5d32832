package dev.sluice.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.store.StreamId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchArrivalsTest extends NightlyBatch {
    @Test
    void the_lead_is_sold_when_it_waits_and_its_event_names_the_batch() {
        Submission answer = submit(sluice().open(flow(batch(NIGHTLY))), 1);
        Event delivered = answer.events().stream()
                .filter(event -> event.type().text().equals("recipient.delivered"))
                .findFirst()
                .orElseThrow();
        assertThat(delivered.facts().get("batch").text()).isEqualTo("nightly");
        assertThat(delivered.facts().get("reference").text())
                .isEqualTo(answer.leadId().orElseThrow() + ":premier:1");
    }

    @Test
    void each_lead_has_its_final_delivery_on_its_own_stream() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(NIGHTLY)));
        List<Submission> answers =
                IntStream.rangeClosed(1, 250).mapToObj(n -> submit(flow, n)).toList();
        assertThat(arrivals(answers.get(0))).isEmpty();
        pass(sluice, Duration.ofHours(14));
        pass(sluice, Duration.ofDays(1));
        assertThat(answers).allSatisfy(answer -> assertThat(arrivals(answer)).hasSize(1));
        Event arrived = arrivals(answers.get(249)).get(0);
        assertThat(arrived.step()).hasValue("premier");
        assertThat(arrived.outcome()).hasValue(Outcome.SUCCESS);
        assertThat(arrived.facts().text())
                .startsWith("{\"batch\":\"nightly\",\"reference\":\""
                        + answers.get(249).leadId().orElseThrow()
                        + ":premier:1\",\"row\":250,\"file\":1,\"name\":\"leads_2026-03-16_nightly-1.txt\"");
    }

    private List<Event> arrivals(Submission answer) {
        return store.events().stream(new StreamId("default", answer.leadId().orElseThrow())).stream()
                .filter(event -> event.type().equals(EventType.BATCH_DELIVERED))
                .toList();
    }

    @Test
    void a_lead_that_is_still_on_its_way_is_told_later_and_keeps_nobody_waiting() {
        AtomicReference<Sluice> sluice = new AtomicReference<>();
        DeliveryPlugin slow = request -> {
            sluice.get().runDue(100);
            return DeliveryResult.success();
        };
        sluice.set(wired().delivery("slow", slow).build());
        FlowDefinition definition = flow(batch(FileSchedule.of(ZoneOffset.UTC).afterRows(2)));
        Submission first = submit(sluice.get().open(definition), 1);
        Submission second = submit(
                sluice.get()
                        .open(definition.toBuilder()
                                .step(RecipientStep.to("second", "slow").build())
                                .build()),
                2);
        assertThat(arrivals(first)).hasSize(1);
        assertThat(place.rows()).hasSize(2);
        assertThat(arrivals(second)).isEmpty();
        pass(sluice.get(), Duration.ofMinutes(15));
        assertThat(arrivals(second)).hasSize(1);
        pass(sluice.get(), Duration.ofDays(1));
        assertThat(arrivals(first)).hasSize(1);
    }
}
