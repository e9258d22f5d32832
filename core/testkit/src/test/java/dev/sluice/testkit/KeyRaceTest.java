package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.Submission.Status;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One submission key from many threads at once: one lead runs, and all are told of that one. */
class KeyRaceTest {
    private static final int RACERS = 64;
    private static final int ROUNDS = 10;

    /**
     * What came of a race for one key.
     *
     * @param runs how many leads ran
     * @param deliveries how often the buyer was asked
     * @param leads the ids that the racers and one who came later were told
     * @param later what the one who came later was told
     */
    record Outcome(long runs, int deliveries, Set<String> leads, Submission later) {}

    @Test
    void of_sixty_four_threads_one_runs_and_all_are_told_of_its_lead() {
        for (int round = 0; round < ROUNDS; round++) {
            Outcome outcome = race(MemoryStore.create());

            assertThat(outcome.runs()).isEqualTo(1);
            assertThat(outcome.deliveries()).isEqualTo(1);
            assertThat(outcome.leads()).hasSize(1);
            assertThat(outcome.later().status()).isEqualTo(Status.REPEATED);
            assertThat(outcome.later().price()).isEqualByComparingTo("2");
            assertThat(outcome.later().revenue()).isEqualByComparingTo("5");
        }
    }

    @Test
    void a_store_that_decides_on_old_data_is_found_out() {
        Outcome outcome = race(new RacyStore());

        assertThat(outcome.runs()).isGreaterThan(1);
        assertThat(outcome.deliveries()).isGreaterThan(1);
        assertThat(outcome.leads()).hasSizeGreaterThan(1);
    }

    private static Outcome race(Store store) {
        AtomicInteger deliveries = new AtomicInteger();
        Flow flow = open(store, deliveries);
        Lead same = Lead.from("a").with("email", "ann@example.com").withKey("order-7");
        List<Submission> answers = Race.run(RACERS, i -> () -> flow.submit(same));
        Submission later = flow.submit(same);
        assertThat(answers)
                .extracting(Submission::status)
                .isSubsetOf(Status.ANSWERED, Status.REPEATED, Status.IN_PROGRESS);
        Set<String> leads = Stream.concat(answers.stream(), Stream.of(later))
                .map(answer -> answer.leadId().orElseThrow())
                .collect(Collectors.toSet());
        long runs = answers.stream()
                .filter(answer -> answer.status() == Status.ANSWERED)
                .count();
        return new Outcome(runs, deliveries.get(), leads, later);
    }

    private static Flow open(Store store, AtomicInteger deliveries) {
        return Sluice.builder()
                .store(store)
                .time(VirtualTime.at("2026-03-15T14:30:00Z"))
                .delivery("counting", request -> {
                    deliveries.incrementAndGet();
                    return DeliveryResult.success();
                })
                .build()
                .open(FlowDefinition.builder("f")
                        .source("a")
                        .pricing(Pricing.fixed("2"))
                        .step(RecipientStep.to("x", "counting")
                                .pricing(Pricing.fixed("5"))
                                .build())
                        .build());
    }
}
