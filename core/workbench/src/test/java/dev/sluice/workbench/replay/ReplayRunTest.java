package dev.sluice.workbench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.Cursor;
import dev.sluice.store.Inventory;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.testkit.SequentialIds;
import dev.sluice.testkit.VirtualTime;
import dev.sluice.types.Lead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayRunTest {
    private static final DeliveryResult DOWN =
            DeliveryResult.error("Server error").detail("response_code", 503);
    private static final String TEXT = """
        {"id": "f", "outcomeFrom": "anyDelivery",
         "fields": [{"id": "number", "type": "number", "pii": "none"}],
         "caps": [{"id": "day", "maximum": 1000000, "durationUnits": "day"}],
         "sources": [{"id": "web"}],
         "steps": [
           {"id": "first", "type": "recipient", "plugin": "first", "pricing": {"prices": [{"amount": 10}]},
            "caps": [{"id": "first-day", "maximum": 100000, "durationUnits": "day"}],
            "retry": {"maxAttempts": 3}},
           {"id": "second", "type": "recipient", "plugin": "second", "pricing": {"prices": [{"amount": 1}]}}]}
        """;
    private static final FlowDefinition FLOW = FlowDefinition.read(TEXT);

    private final Store store = MemoryStore.create();

    /** Records leads; {@code first} answers the lead with number n as {@code answers} of n says, try after try. */
    private void record(int leads, Map<Integer, List<DeliveryResult>> answers) {
        VirtualTime time = VirtualTime.at("2026-01-05T15:00:00Z");
        DeliveryPlugin first = request -> {
            int number = Integer.parseInt(request.lead().get("number").text());
            List<DeliveryResult> own = answers.getOrDefault(number % 100, List.of(DeliveryResult.success()));
            return own.get(Math.min(request.delivery().attempt(), own.size()) - 1);
        };
        Sluice sluice = Sluice.builder()
                .store(store)
                .time(time)
                .ids(SequentialIds.create())
                .delivery("first", DeliveryPlugin.inProcess(first))
                .delivery("second", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .build();
        Flow flow = sluice.open(FLOW);
        for (int number = 1; number <= leads; number++) {
            flow.submit(Lead.from("web").with("number", number));
            for (int tries = 0; tries < 3; tries++) {
                time.advance(Duration.ofSeconds(4));
                sluice.runDue(10);
            }
        }
    }

    @Test
    void tries_are_answered_one_by_one_as_they_were() {
        record(
                5,
                Map.of(
                        1, List.of(DOWN, DeliveryResult.success()),
                        2, List.of(DOWN, DOWN, DOWN),
                        3, List.of(DeliveryResult.error("Bad request").detail("response_code", 400)),
                        4, List.of(DOWN, DeliveryResult.failure("Not interested"))));
        List<LeadDifference> all = new ArrayList<>();

        ReplayReport report = Replay.of(store, FLOW).run(all::add);

        assertThat(all).hasSize(5).allSatisfy(lead -> assertThat(lead.isDifferent())
                .as("%s: %s, %s", lead.leadId(), lead.then().ends(), lead.now().ends())
                .isFalse());
        assertThat(report.size().unknown()).isZero();
        assertThat(report.revenue().now()).isEqualByComparingTo("25");
    }

    @Test
    void a_try_that_was_not_made_then_is_unknown() {
        record(1, Map.of(1, List.of(DOWN)));
        FlowDefinition more = FlowDefinition.read(TEXT.replace("\"maxAttempts\": 3", "\"maxAttempts\": 4"));

        List<LeadDifference> all = new ArrayList<>();
        Replay.of(store, more).run(all::add);

        assertThat(all.get(0).unknown()).containsExactly("first");
        assertThat(all.get(0).divergence().orElseThrow().now())
                .isEqualTo("recipient.unknown: Response unknown: not asked then");
    }

    /** {@code -Dreplay.leads=100000} for more. */
    @Test
    void nothing_is_kept_of_a_lead_that_was_replayed() {
        int leads = Integer.getInteger("replay.leads", 1_200);
        record(leads, Map.of(7, List.of(DOWN, DeliveryResult.success()), 8, List.of(DOWN)));
        List<Long> kept = new ArrayList<>();

        try (ReplayRun run = new ReplayRun(store, FLOW, ReplaySettings.of(FLOW))) {
            run.run(lead -> kept.add(size(run.kept())));
        }

        assertThat(kept).hasSize(leads);
        assertThat(kept.subList(leads / 2, leads))
                .allSatisfy(now -> assertThat(now).isLessThanOrEqualTo(kept.get(leads / 10) + 2_100));
        assertThat(kept.get(leads - 1)).isLessThan(2_200);
    }

    @Test
    void reasons_that_name_each_lead_do_not_make_the_report_grow() {
        ReasonCounts reasons = new ReasonCounts();
        for (int i = 0; i < 5_000; i++) {
            reasons.add("failure: refused as " + i, ReplayReport.Counts.one(true));
            reasons.add(
                    "failure: refused as " + Integer.toString(i, 36).replaceAll("[0-9]", "x") + i % 2,
                    ReplayReport.Counts.one(false));
        }
        reasons.add("success", ReplayReport.Counts.one(true));

        assertThat(reasons.all())
                .hasSizeLessThan(1_002)
                .containsEntry("failure: refused as #", new ReplayReport.Counts(5_000, 0));
        assertThat(reasons.all().values().stream()
                        .mapToLong(ReplayReport.Counts::now)
                        .sum())
                .isEqualTo(5_000);
    }

    /** All that a store tells of itself: at most two thousand events, and what does not grow with leads. */
    private static long size(Store kept) {
        Inventory all = kept.inventory("default");
        return kept.events().after(Cursor.START, 10_000).events().size()
                + all.counters().size()
                + all.holds().size()
                + all.entries().size()
                + all.open().size();
    }
}
