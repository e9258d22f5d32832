package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.Cap;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.GroupStep;
import dev.sluice.flow.ListStep;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Recovery;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.rules.Finding;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final CyclicBarrier together = new CyclicBarrier(3);
    private final AtomicInteger calls = new AtomicInteger();

    private Sluice.Builder host(boolean meet) {
        return Sluice.builder()
                .time(time)
                .delivery("outside", request -> {
                    meet(meet);
                    return DeliveryResult.success();
                })
                .delivery("inside", DeliveryPlugin.inProcess(request -> {
                    meet(meet);
                    return DeliveryResult.failure("No room");
                }))
                .enricher("lookup", new Enricher() {
                    @Override
                    public Enrichment enrich(EnrichmentRequest request) {
                        meet(meet);
                        return Enrichment.of("asked", request.input().text());
                    }

                    @Override
                    public Effect effect() {
                        return Effect.EXTERNAL;
                    }
                });
    }

    /** Returns only once all three are being asked, when they are to meet. */
    private void meet(boolean all) {
        calls.incrementAndGet();
        try {
            if (all) {
                together.await(30, java.util.concurrent.TimeUnit.SECONDS);
            }
        } catch (Exception alone) {
            throw new IllegalStateException("the others were not asked at the same time", alone);
        }
    }

    private static FlowDefinition flow() {
        return Solar.flow()
                .step(GroupStep.of(
                        "g",
                        RecipientStep.to("out", "outside")
                                .cap(Cap.of("day", 1, TimeUnit.DAY))
                                .build(),
                        EnhancementStep.of(
                                "look", "lookup", "info", MappingDefinition.of("before", "{{steps.out.outcome}}none")),
                        RecipientStep.to("off", "outside").enabled(false).build(),
                        RecipientStep.to("in", "inside").build()))
                .build();
    }

    private static List<String> way(Submission result) {
        return result.events().stream()
                .skip(2)
                .filter(event -> !event.type().equals(EventType.CAP_REACHED))
                .map(event -> event.type() + " " + event.step().orElse("") + " > "
                        + event.next().orElse(""))
                .toList();
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void all_are_asked_at_once_see_the_lead_as_it_was_and_are_told_of_in_order() {
        Submission result = host(true).executor(executor).build().open(flow()).submit(Solar.lead("a@b.com"));

        assertThat(way(result))
                .containsExactly(
                        "step.skipped off > g",
                        "recipient.delivery_attempt out > ",
                        "enhancement.attempt look > ",
                        "recipient.delivered out > g",
                        "enhancement.success look > g",
                        "recipient.failed in > g",
                        "group.completed g > end",
                        "flow.completed  > end");
        Event group = result.events().get(result.events().size() - 2);
        assertThat(group.outcome()).hasToString("Optional[failure]");
        assertThat(group.facts().get("steps").text())
                .isEqualTo("[{\"id\":\"out\",\"outcome\":\"success\"},{\"id\":\"look\",\"outcome\":\"success\"},"
                        + "{\"id\":\"off\",\"outcome\":\"skip\"},{\"id\":\"in\",\"outcome\":\"failure\"}]");
        assertThat(group.snapshot().get("appended.info.asked").text()).isEqualTo("{\"before\":\"none\"}");
    }

    @Test
    void without_an_executor_they_are_asked_in_turn_and_a_finding_says_so() {
        Sluice host = host(false).build();
        Flow open = host.open(flow());

        Submission first = open.submit(Solar.lead("a@b.com"));
        Submission second = open.submit(Solar.lead("b@b.com"));

        assertThat(host.check(flow()))
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("no_executor", "/steps/0"));
        assertThat(host(false).executor(executor).build().check(flow())).isEmpty();
        assertThat(way(first)).contains("enhancement.success look > g", "group.completed g > end");
        assertThat(way(second)).contains("recipient.failed out > g").doesNotContain("recipient.delivered out > g");
    }

    @Test
    void one_that_is_late_does_not_hold_up_the_others_for_longer_than_its_time() {
        Sluice host = Sluice.builder()
                .executor(executor)
                .enricher("lookup", (Enricher) request -> {
                    meet(true);
                    return Enrichment.of("a", "b");
                })
                .delivery("inside", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .build();
        EnhancementStep slow = EnhancementStep.of("slow", "lookup", "info");
        FlowDefinition flow = Solar.flow()
                .step(GroupStep.of(
                        "g",
                        new EnhancementStep(
                                "slow",
                                null,
                                true,
                                null,
                                null,
                                "lookup",
                                "info",
                                List.of(),
                                slow.config(),
                                Duration.ofMillis(200),
                                Recovery.RESEND),
                        RecipientStep.to("in", "inside").build()))
                .build();

        Submission result = host.open(flow).submit(Solar.lead("a@b.com"));

        assertThat(way(result))
                .contains("enhancement.error slow > g", "recipient.delivered in > g", "group.completed g > end");
    }

    @Test
    void a_preview_asks_only_what_does_nothing_outside() {
        Submission result = host(false).executor(executor).build().open(flow()).preview(Solar.lead("a@b.com"));

        assertThat(way(result))
                .contains("enhancement.error look > g", "recipient.failed in > g", "group.completed g > end");
        assertThat(calls).hasValue(1);
    }

    @Test
    void lists_are_asked_and_changed_and_a_skipped_query_leaves_what_an_earlier_one_found() {
        Sluice host = host(false).build();
        host.lists().add("vip", List.of("a@b.com"));
        FlowDefinition flow = Solar.flow()
                .step(ListStep.query("q1", "{{lead.email}}", "Nobody, VIP"))
                .step(ListStep.query("q2", "{{lead.email}}", "nobody")
                        .when(allOf(field("state").isEqualTo("CA"))))
                .step(ListStep.unique("u", "{{lead.phone_1}}", "seen").within(new Window(1, TimeUnit.HOUR)))
                .step(ListStep.add("add", "asked", "{{lead.email}}", "{{lead.state}}", "{{lead.nothing}}"))
                .step(ListStep.delete("del", "vip", "{{lead.email}}", "x"))
                .build();
        Flow open = host.open(flow);

        Submission preview = open.preview(Solar.lead("a@b.com"));
        Submission test = open.submit(Solar.lead("a@b.com").test());
        assertThat(host.lists().count("asked")).isZero();
        assertThat(host.lists().count("vip")).isEqualTo(1);
        Submission first = open.submit(Solar.lead("a@b.com"));
        Submission second = open.submit(Solar.lead("c@b.com"));

        for (Submission each : List.of(preview, test, first)) {
            Event last = each.events().get(each.events().size() - 1);
            assertThat(last.snapshot().get("appended.query_item.found").text()).isEqualTo("true");
            assertThat(last.snapshot().get("appended.query_item.found_in").text())
                    .isEqualTo("[\"vip\"]");
            assertThat(last.snapshot().get("appended.is_unique.outcome").text()).isEqualTo("success");
            assertThat(last.snapshot().get("appended.add_item.accepted").text()).isEqualTo("2");
            assertThat(last.snapshot().get("appended.add_item.rejected").text()).isEqualTo("1");
            assertThat(last.snapshot().get("appended.delete_item.deleted").text())
                    .isEqualTo("1");
        }
        assertThat(way(second))
                .containsExactly(
                        "enhancement.success q1 > q2",
                        "step.skipped q2 > u",
                        "enhancement.failure u > add",
                        "enhancement.success add > del",
                        "enhancement.success del > end",
                        "flow.completed  > end");
        assertThat(second.events().get(4).reason()).contains("Duplicate");
        assertThat(host.lists().count("asked")).isEqualTo(3);
        assertThat(host.lists().count("vip")).isZero();
        time.pass(Duration.ofHours(2));
        assertThat(way(open.submit(Solar.lead("d@b.com")))).contains("enhancement.success u > add");
    }
}
