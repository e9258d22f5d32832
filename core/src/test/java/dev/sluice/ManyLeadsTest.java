package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.Cursor;
import dev.sluice.store.MemoryStore;
import dev.sluice.types.Lead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ManyLeadsTest {
    private static final int THREADS = 64;

    private static Sluice.Builder sluice() {
        return Sluice.builder()
                .time(new StillTime("2024-01-15T14:30:45.123Z"))
                .delivery("takes", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .delivery("outside", request -> DeliveryResult.success());
    }

    private static FlowDefinition capped() {
        return Solar.flow()
                .cap(Cap.of("day", 500, TimeUnit.DAY))
                .step(DistributeStep.waterfall(
                        "sell",
                        RecipientStep.to("first", "takes")
                                .cap(Cap.of("first_day", 100, TimeUnit.DAY))
                                .build(),
                        RecipientStep.to("second", "outside")
                                .cap(Cap.of("second_day", 150, TimeUnit.DAY))
                                .build(),
                        RecipientStep.to("third", "takes").build()))
                .build();
    }

    private static <T> List<T> together(Callable<T> each) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try {
            List<Future<T>> futures = IntStream.range(0, THREADS)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return each.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @RepeatedTest(3)
    void sixty_four_threads_never_exceed_a_cap_and_waste_no_place() throws Exception {
        Flow flow = sluice().build().open(capped());

        List<List<Submission>> results = together(() -> IntStream.range(0, 10)
                .mapToObj(i -> flow.submit(Solar.lead("a@b.com")))
                .toList());

        List<Submission> all = results.stream().flatMap(List::stream).toList();
        assertThat(all)
                .filteredOn(result -> result.outcome() == Outcome.SUCCESS)
                .hasSize(500);
        assertThat(all)
                .filteredOn(result -> result.reason().equals(Optional.of("Cap reached")))
                .hasSize(140);
        assertThat(sold(all, "first")).isEqualTo(100);
        assertThat(sold(all, "second")).isEqualTo(150);
        assertThat(sold(all, "third")).isEqualTo(250);
    }

    private static long sold(List<Submission> all, String buyer) {
        return all.stream()
                .flatMap(result -> result.deliveries().stream())
                .filter(report -> report.recipient().equals(buyer) && report.outcome() == Outcome.SUCCESS)
                .count();
    }

    @RepeatedTest(3)
    void of_sixty_four_equal_leads_at_once_exactly_one_is_the_first() throws Exception {
        Flow flow = sluice().build()
                .open(Solar.flow().duplicateCheck(Solar.sameEmailAndPhone()).build());

        List<Submission> results = together(() -> flow.submit(Solar.lead("same@b.com")));

        assertThat(results)
                .filteredOn(result -> result.outcome() == Outcome.SUCCESS)
                .hasSize(1);
    }

    @Test
    void the_same_inputs_give_the_same_journey() {
        List<String> first = journey();
        List<String> second = journey();

        assertThat(first).isEqualTo(second).hasSizeGreaterThan(100);
    }

    private static List<String> journey() {
        StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
        Sluice sluice = sluice().time(time)
                .ids(Ids.timeOrdered(time, 7))
                .random(new SplittableRandom(42))
                .build();
        Flow flow = sluice.open(capped());
        List<String> seen = new ArrayList<>();
        flow.submitAll(IntStream.range(0, 30).mapToObj(i -> Solar.lead("a" + i + "@b.com")), result -> {
            for (Event event : result.events()) {
                seen.add(
                        event.id() + " " + event.type() + " " + event.snapshot().flat());
            }
        });
        return seen;
    }

    @Test
    void answers_come_in_the_order_of_the_leads() {
        Flow flow = sluice().build().open(Solar.flow().build());
        List<String> seen = new ArrayList<>();

        flow.submitAll(
                IntStream.range(0, 600).mapToObj(i -> Solar.lead("a" + i + "@b.com")),
                result ->
                        seen.add(result.events().get(1).snapshot().get("email").text()));

        assertThat(seen)
                .isEqualTo(IntStream.range(0, 600)
                        .mapToObj(i -> "a" + i + "@b.com")
                        .toList());
    }

    @Test
    void leads_that_were_read_before_a_reader_breaks_are_answered() {
        Flow flow = sluice().build().open(Solar.flow().build());
        List<Submission> answers = new ArrayList<>();
        Stream<Lead> leads = IntStream.range(0, 10).mapToObj(i -> {
            if (i == 7) {
                throw new IllegalStateException("the file ends in the middle");
            }
            return Solar.lead("a" + i + "@b.com");
        });

        assertThatThrownBy(() -> flow.submitAll(leads, answers::add)).hasMessage("the file ends in the middle");

        assertThat(answers).hasSize(7);
    }

    @Test
    void a_store_that_forgets_keeps_its_bounds_and_goes_on_counting() {
        MemoryStore store = MemoryStore.keepingLast(50);
        Sluice sluice = sluice().store(store).build();
        Flow flow =
                sluice.open(Solar.flow().cap(Cap.of("day", 200, TimeUnit.DAY)).build());

        flow.submitAll(IntStream.range(0, 300).mapToObj(i -> Solar.lead("a" + i + "@b.com")), result -> {});

        assertThat(store.events().after(Cursor.START, 10_000).events()).hasSizeBetween(50, 110);
        assertThat(flow.submit(Solar.lead("z@b.com")).reason()).contains("Cap reached");
    }

    @Test
    void a_preview_answers_like_a_submit_and_changes_nothing() {
        List<String> called = new ArrayList<>();
        Sluice sluice = sluice().delivery("outside", request -> {
                    called.add(request.delivery().recipient());
                    return DeliveryResult.success();
                })
                .build();
        Flow flow = sluice.open(Solar.flow()
                .duplicateCheck(Solar.sameEmailAndPhone())
                .cap(Cap.of("day", 1, TimeUnit.DAY))
                .step(RecipientStep.to("out", "outside")
                        .cap(Cap.of("out_day", 1, TimeUnit.DAY))
                        .build())
                .build());
        Lead lead = Solar.lead("a@b.com");

        Submission first = flow.preview(lead);
        Submission again = flow.preview(lead);

        assertThat(first.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(again.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(called).isEmpty();
        assertThat(sluice.events().after(Cursor.START, 10).events()).isEmpty();
        assertThat(flow.submit(lead).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.preview(lead).reason()).contains("Duplicate: Previously submitted 2024-01-15");
        assertThat(flow.preview(Solar.lead("b@b.com")).reason()).contains("Cap reached");
    }
}
