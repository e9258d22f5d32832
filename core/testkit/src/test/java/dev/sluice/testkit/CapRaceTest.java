package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.caps.CapStatus;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Cap;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SharedCap;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many leads at once under caps of every kind: exactly the limit passes. A store with the oldest fault is found out. */
class CapRaceTest {
    private static final int RACERS = 64;
    private static final int LEADS = 4;
    private static final CapWindow DAILY = CapWindow.each(1, TimeUnit.DAY);

    /**
     * What is raced for.
     *
     * @param exact what the caps hold when there is room for no more, each
     */
    record Contest(String name, FlowDefinition flow, List<String> exact) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Contest> contests() {
        return Stream.of(
                contest("leads", flow().cap(Cap.of("c", 50, DAILY)), "50"),
                contest("leads over all time", flow().cap(Cap.of("c", 50, CapWindow.TOTAL)), "50"),
                contest("leads up to now", flow().cap(Cap.of("c", 50, CapWindow.last(1, TimeUnit.HOUR))), "50"),
                contest("accepted leads", flow().cap(Cap.of("c", 50, DAILY).counting(Cap.Counts.ACCEPTED)), "50"),
                contest("submitted leads", flow().cap(Cap.of("c", 50, DAILY).counting(Cap.Counts.SUBMITTED)), "50"),
                contest(
                        "leads, one cap in another",
                        flow().cap(Cap.of("c", 60, DAILY).around(Cap.of("d", 50, DAILY))),
                        "50",
                        "50"),
                contest("cost", flow().pricing(Pricing.fixed("0.7")).cap(Cap.cost("c", "35.5", DAILY)), "35"),
                contest(
                        "revenue of a recipient",
                        flow().step(buyer("x")
                                .cap(Cap.revenue("c", "35.5", DAILY))
                                .build()),
                        "35"),
                contest(
                        "revenue of all recipients",
                        flow().cap(Cap.revenue("c", "35.5", DAILY))
                                .step(buyer("x").build())
                                .step(buyer("y").build()),
                        "35"),
                contest(
                        "a cap that sources share",
                        flow().sharedCap(Cap.of("c", 50, DAILY))
                                .sources(List.of(
                                        SourceDefinition.of("a").caps(new SharedCap("c")),
                                        SourceDefinition.of("b").caps(new SharedCap("c")))),
                        "50"),
                contest(
                        "a cap that recipients share",
                        flow().sharedCap(Cap.of("c", 50, DAILY))
                                .step(buyer("x").cap(new SharedCap("c")).build())
                                .step(buyer("y").cap(new SharedCap("c")).build()),
                        "50"));
    }

    private static Contest contest(String name, FlowDefinition.Builder flow, String... exact) {
        return new Contest(name, flow.build(), List.of(exact));
    }

    private static FlowDefinition.Builder flow() {
        return FlowDefinition.builder("f").source("a").source("b");
    }

    private static RecipientStep.Builder buyer(String id) {
        return RecipientStep.to(id, "stub").pricing(Pricing.fixed("0.7"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contests")
    void sixty_four_threads_pass_exactly_the_limit(Contest contest) {
        List<String> held = race(contest, MemoryStore.create());

        assertThat(held).isEqualTo(contest.exact());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contests")
    void a_store_that_decides_on_old_data_is_found_out(Contest contest) {
        List<String> held = race(contest, new RacyStore());

        assertThat(new BigDecimal(held.get(0)))
                .isGreaterThan(new BigDecimal(contest.exact().get(0)));
    }

    /** What the caps hold in the end; nothing of it is still reserved, and all of it is a lead that passed. */
    private static List<String> race(Contest contest, Store store) {
        Sluice sluice = Sluice.builder()
                .store(store)
                .time(VirtualTime.at("2026-03-15T14:30:00Z"))
                .delivery("stub", request -> DeliveryResult.success())
                .build();
        Flow flow = sluice.open(contest.flow());
        List<List<Submission>> results = Race.run(RACERS, i -> () -> {
            List<Submission> own = new ArrayList<>();
            for (int lead = 0; lead < LEADS; lead++) {
                own.add(flow.submit(Lead.from(i % 2 == 0 ? "a" : "b")));
            }
            return own;
        });
        assertThat(flow.caps()).allSatisfy(cap -> assertThat(cap.reserved()).isZero());
        assertThat(flow.caps().get(0).committed())
                .isEqualByComparingTo(passed(flow.caps().get(0), results));
        return flow.caps().stream().map(cap -> cap.committed().toPlainString()).toList();
    }

    private static BigDecimal passed(CapStatus cap, List<List<Submission>> results) {
        Stream<Submission> all = results.stream().flatMap(List::stream);
        if (cap.type() == Cap.Type.COST) {
            return all.map(Submission::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        if (cap.type() == Cap.Type.REVENUE) {
            return all.map(Submission::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return BigDecimal.valueOf(all.mapToLong(result -> counted(result)).sum());
    }

    private static long counted(Submission result) {
        long sold = result.deliveries().stream()
                .filter(each -> each.outcome() == Outcome.SUCCESS)
                .count();
        boolean delivers = !result.deliveries().isEmpty();
        return delivers ? sold : result.outcome() == Outcome.SUCCESS ? 1 : 0;
    }
}
