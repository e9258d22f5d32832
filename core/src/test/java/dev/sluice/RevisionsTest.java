package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RevisionsTest {
    private final StillTime time = new StillTime("2026-03-15T14:30:00Z");

    private Sluice sluice(DeliveryPlugin buyer) {
        return Sluice.builder()
                .store(MemoryStore.create())
                .time(time)
                .delivery("buyer", DeliveryPlugin.inProcess(buyer))
                .build();
    }

    private static FlowDefinition solar(int maximum) {
        return Solar.flow()
                .cap(Cap.of("day", maximum, TimeUnit.DAY))
                .step(RecipientStep.to("premier", "buyer").build())
                .build();
    }

    @Test
    void each_change_is_kept_with_its_author_its_moment_and_what_it_changed() {
        Sluice sluice = sluice(request -> DeliveryResult.success());
        sluice.open(solar(500), "ann");
        time.pass(Duration.ofHours(1));
        Flow second = sluice.open(solar(400), "bob");

        List<FlowRevision> revisions = sluice.revisions("solar");

        assertThat(revisions).extracting(FlowRevision::number).containsExactly(1L, 2L);
        assertThat(revisions).extracting(FlowRevision::definition).containsExactly(solar(500), solar(400));
        assertThat(revisions.get(0).author()).contains("ann");
        assertThat(revisions.get(0).difference().isEmpty()).isTrue();
        assertThat(revisions.get(1).author()).contains("bob");
        assertThat(revisions.get(1).at()).isEqualTo(Instant.parse("2026-03-15T15:30:00Z"));
        assertThat(revisions.get(1).hash()).isEqualTo(second.hash());
        assertThat(revisions.get(1).difference().text()).isEqualTo("cap changed: 'day' maximum 500 -> 400\n");
    }

    @Test
    void what_is_opened_again_unchanged_is_no_new_revision() {
        Sluice sluice = sluice(request -> DeliveryResult.success());
        sluice.open(solar(500), "ann");
        sluice.open(solar(500).toBuilder().version("label").build(), "bob");

        assertThat(sluice.revisions("solar")).hasSize(1);
        assertThat(sluice.revisions("solar").get(0).author()).contains("ann");
    }

    @Test
    void a_flow_is_reverted_by_a_new_revision_that_says_so() {
        Sluice sluice = sluice(request -> DeliveryResult.success());
        sluice.open(solar(500), "ann");
        sluice.open(solar(400));
        Flow reverted = sluice.open(sluice.revisions("solar").get(0).definition(), "bob");

        FlowRevision last = sluice.revisions("solar").get(2);

        assertThat(reverted.revision()).isEqualTo(3);
        assertThat(reverted.hash()).isEqualTo(sluice.revisions("solar").get(0).hash());
        assertThat(last.reverts()).hasValue(1);
        assertThat(last).hasToString("revision 3 of solar by bob at 2026-03-15T14:30:00Z, as revision 1");
        assertThat(last.difference().text()).isEqualTo("cap changed: 'day' maximum 400 -> 500\n");
        assertThat(sluice.revisions("solar").get(1).reverts()).isEmpty();
        assertThat(sluice.revisions("solar").get(1).author()).isEmpty();
    }

    @Test
    void long_histories_are_read_in_full_and_unknown_flows_have_none() {
        Sluice sluice = sluice(request -> DeliveryResult.success());
        for (int i = 1; i <= 205; i++) {
            sluice.open(solar(i));
        }

        assertThat(sluice.revisions("solar")).hasSize(205);
        assertThat(sluice.revisions("solar").get(100).difference().text())
                .isEqualTo("cap changed: 'day' maximum 100 -> 101\n");
        assertThat(sluice.revisions("nobody")).isEmpty();
        assertThatThrownBy(() -> sluice.open(solar(1), " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("author");
    }

    @Test
    void a_lead_on_its_way_keeps_its_revision() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch opened = new CountDownLatch(1);
        Sluice sluice = sluice(request -> {
            asked.countDown();
            await(opened);
            return DeliveryResult.success();
        });
        Flow first = sluice.open(solar(500));
        ExecutorService host = Executors.newSingleThreadExecutor();
        try {
            Future<Submission> onItsWay = host.submit(() -> first.submit(Solar.lead("ann@example.com")));
            asked.await();
            Flow second = sluice.open(solar(400));
            opened.countDown();

            assertThat(revisions(onItsWay.get())).containsOnly(1L);
            assertThat(onItsWay.get().events())
                    .extracting(event -> event.context().flowHash())
                    .containsOnly(first.hash());
            assertThat(revisions(second.submit(Solar.lead("bob@example.com")))).containsOnly(2L);
        } finally {
            host.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Long> revisions(Submission submission) {
        return submission.events().stream()
                .map(Event::context)
                .map(Event.Context::revision)
                .toList();
    }
}
