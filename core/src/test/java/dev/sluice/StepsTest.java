package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.Entity;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.OutcomeFrom;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StepsTest {
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private final List<DeliveryRequest> requests = new ArrayList<>();
    private final AtomicReference<DeliveryPlugin> buyer = new AtomicReference<>(request -> DeliveryResult.success());
    private final AtomicReference<Enricher> lookup =
            new AtomicReference<>(request -> Enrichment.of("line_type", "mobile"));
    private final Sluice sluice = Sluice.builder()
            .time(time)
            .delivery("takes", DeliveryPlugin.inProcess(request -> {
                requests.add(request);
                return DeliveryResult.success().reference("ref-1").append("agent", "Ann");
            }))
            .delivery("refuses", DeliveryPlugin.inProcess(request -> DeliveryResult.failure("Duplicate at the buyer")))
            .delivery("breaks", DeliveryPlugin.inProcess(request -> {
                throw new IllegalStateException("could not reach john@example.com");
            }))
            .delivery("outside", request -> buyer.get().deliver(request))
            .enricher("lookup", request -> lookup.get().enrich(request))
            .build();

    private Submission submit(FlowDefinition.Builder flow) {
        return sluice.open(flow.build()).submit(Solar.lead("john@example.com"));
    }

    private static List<String> types(Submission result) {
        return result.events().stream()
                .skip(2)
                .map(event -> event.type().text())
                .toList();
    }

    private static Event last(Submission result, EventType type) {
        return result.events().stream()
                .filter(event -> event.type().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void a_look_up_appends_its_answer_for_the_steps_after_it() {
        Submission result = submit(Solar.flow()
                .step(EnhancementStep.of("s1", "lookup", "phone", MappingDefinition.of("number", "{{phone_1}}")))
                .step(FilterStep.of(
                        "s2", allOf(field("appended.phone.line_type").isEqualTo("mobile"))))
                .step(FilterStep.of("s3", allOf(field("phone.line_type").isEqualTo("landline")))));

        assertThat(types(result))
                .containsExactly("enhancement.success", "filter.passed", "filter.failed", "flow.completed");
        assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(result.price()).isZero();
    }

    @Test
    void a_look_up_that_fails_breaks_answers_null_or_lies_never_stops_a_lead() {
        FlowDefinition.Builder flow = Solar.flow().step(EnhancementStep.of("s1", "lookup", "phone"));

        lookup.set(request -> Enrichment.failure("Number is unknown"));
        assertThat(types(submit(flow))).containsExactly("enhancement.failure", "flow.completed");

        lookup.set(request -> nothing());
        assertThat(last(submit(flow), EventType.ENHANCEMENT_ERROR).reason()).contains("Plugin lookup gave no answer");

        lookup.set(request -> {
            throw new StackOverflowError();
        });
        Submission result = submit(flow);
        assertThat(last(result, EventType.ENHANCEMENT_ERROR).reason())
                .contains("Plugin lookup failed: StackOverflowError");
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @SuppressWarnings("NullAway")
    private static <T> T nothing() {
        return null;
    }

    @Test
    void a_filter_skips_to_a_later_step_stops_or_ends_like_another_step() {
        FlowDefinition.Builder flow = Solar.flow()
                .step(FilterStep.of("f", allOf(field("state").isEqualTo("CA"))).onFail(FilterAction.skipTo("last")))
                .step(RecipientStep.to("skipped", "takes").build())
                .step(RecipientStep.to("last", "refuses").build())
                .step(FilterStep.of("end", allOf(field("steps.last.outcome").isEqualTo("success")))
                        .onFail(FilterAction.stopLike("last", "{{steps.last.reason}}")))
                .step(RecipientStep.to("never", "takes").build());

        Submission result = submit(flow);

        assertThat(types(result))
                .containsExactly("filter.failed", "recipient.failed", "filter.failed", "flow.completed");
        assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(result.reason()).contains("Duplicate at the buyer");
        assertThat(result.events().get(2).next()).contains("last");
        assertThat(result.events().get(4).next()).contains("end");
    }

    @Test
    void a_filter_may_stop_with_a_success() {
        Submission result = submit(Solar.flow()
                .step(FilterStep.of("f", allOf(field("state").isEqualTo("CA")))
                        .onFail(FilterAction.stop(Outcome.SUCCESS, null)))
                .step(RecipientStep.to("never", "takes").build()));

        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(result.reason()).isEmpty();
        assertThat(result.price()).isEqualByComparingTo("10");
        assertThat(requests).isEmpty();
    }

    @Test
    void a_recipient_gets_what_the_mappings_say_and_pays_when_it_takes_the_lead() {
        Submission result = submit(Solar.flow()
                .step(RecipientStep.to("premier", "takes")
                        .entity(new Entity("buyer_abc", "Premier Leads LLC"))
                        .pricing(Pricing.fixed("25.00"))
                        .map("contact.email", "{{lead.email}}")
                        .map("contact.phones.0", "{{lead.phone_1}}")
                        .map("amount", "{{amount}}")
                        .map("note", "for {{recipient.name}} at {{price}}")
                        .map("empty", "{{lead.nothing}}")
                        .build()));

        assertThat(requests.get(0).lead().text())
                .isEqualTo("{\"contact\":{\"email\":\"john@example.com\","
                        + "\"phones\":[\"5127891111\"]},\"amount\":1000,\"note\":\"for Premier Leads LLC at 25\"}");
        Event delivered = last(result, EventType.RECIPIENT_DELIVERED);
        assertThat(delivered.revenue())
                .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("25"));
        assertThat(delivered.entity()).contains("buyer_abc");
        assertThat(delivered.facts().get("reference").text()).isEqualTo("ref-1");
        assertThat(delivered.snapshot().get("appended.premier_leads_llc.agent").text())
                .isEqualTo("Ann");
        assertThat(result.revenue()).isEqualByComparingTo("25");
        assertThat(result.deliveries()).singleElement().satisfies(report -> {
            assertThat(report.name()).isEqualTo("Premier Leads LLC");
            assertThat(report.reference()).contains("ref-1");
        });
        assertThat(last(result, EventType.FLOW_COMPLETED).facts().get("margin")).isEqualTo(Value.number(15));
    }

    @Test
    void a_fault_of_a_plugin_is_an_error_whose_text_stays_out_of_the_reason() {
        Submission result =
                submit(Solar.flow().step(RecipientStep.to("broken", "breaks").build()));

        Event error = last(result, EventType.RECIPIENT_ERROR);
        assertThat(error.reason()).contains("Plugin breaks failed: IllegalStateException");
        assertThat(error.detail().get("fault").text()).contains("could not reach");
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(result.revenue()).isZero();
    }

    @Test
    void an_outside_delivery_leaves_its_intent_first_and_is_unknown_when_it_breaks_after_sending() {
        FlowDefinition.Builder flow =
                Solar.flow().step(RecipientStep.to("out", "outside").build());

        assertThat(types(submit(flow)))
                .containsExactly("recipient.delivery_attempt", "recipient.delivered", "flow.completed");

        buyer.set(request -> {
            request.delivery().sending();
            throw new IllegalStateException("cut");
        });
        assertThat(types(submit(flow)))
                .containsExactly("recipient.delivery_attempt", "recipient.unknown", "flow.completed");
    }

    @Test
    void a_plugin_that_announces_sending_is_in_error_when_it_breaks_before_and_unknown_when_it_breaks_after() {
        DeliveryPlugin announcing = new DeliveryPlugin() {
            @Override
            public DeliveryResult deliver(DeliveryRequest request) {
                return buyer.get().deliver(request);
            }

            @Override
            public boolean announcesSending() {
                return true;
            }
        };
        Flow flow = Sluice.builder()
                .delivery("announcing", announcing)
                .build()
                .open(Solar.flow()
                        .step(RecipientStep.to("out", "announcing").build())
                        .build());

        buyer.set(request -> {
            throw new IllegalStateException("no connection");
        });
        assertThat(flow.submit(Solar.lead("a@b.com")).deliveries().get(0).outcome())
                .isEqualTo(Outcome.ERROR);

        buyer.set(request -> {
            request.delivery().sending();
            throw new IllegalStateException("cut");
        });
        assertThat(flow.submit(Solar.lead("a@b.com")).deliveries().get(0).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void the_delivery_key_names_lead_step_and_generation() {
        AtomicReference<String> key = new AtomicReference<>("");
        buyer.set(request -> {
            key.set(request.delivery().key());
            return DeliveryResult.success();
        });

        Submission result =
                submit(Solar.flow().step(RecipientStep.to("out", "outside").build()));

        assertThat(key.get()).isEqualTo(result.leadId().orElseThrow() + ":out:1");
    }

    @Test
    void a_waterfall_asks_the_next_when_one_refuses_breaks_is_full_or_is_not_meant() {
        FlowDefinition flow = Solar.flow()
                .step(DistributeStep.waterfall(
                        "sell",
                        RecipientStep.to("not_meant", "takes")
                                .when(allOf(field("state").isEqualTo("CA")))
                                .build(),
                        RecipientStep.to("off", "takes").enabled(false).build(),
                        RecipientStep.to("refusing", "refuses").build(),
                        RecipientStep.to("broken", "breaks").build(),
                        RecipientStep.to("small", "takes")
                                .entity(new Entity("p", "Premier Leads LLC"))
                                .cap(Cap.of("small_day", 1, TimeUnit.DAY))
                                .pricing(Pricing.fixed("30"))
                                .build(),
                        RecipientStep.to("large", "takes")
                                .pricing(Pricing.fixed("20"))
                                .build(),
                        RecipientStep.to("late", "takes").build()))
                .build();
        Flow open = sluice.open(flow);

        Submission first = open.submit(Solar.lead("a@b.com"));
        Submission second = open.submit(Solar.lead("b@b.com"));

        assertThat(first.revenue()).isEqualByComparingTo("30");
        assertThat(second.revenue()).isEqualByComparingTo("20");
        assertThat(second.deliveries())
                .extracting(DeliveryReport::toString)
                .containsExactly("refusing: failure", "broken: error", "small: skip", "large: success");
        Event full = second.events().stream()
                .filter(event -> event.facts().get("caps_reached").equals(Value.bool(true)))
                .findFirst()
                .orElseThrow();
        assertThat(full.type()).isEqualTo(EventType.RECIPIENT_FAILED);
        assertThat(full.reason()).contains("Daily cap reached (1/1)");
        assertThat(full.facts().get("buyer").text()).isEqualTo("Premier Leads LLC");
        assertThat(second.explain())
                .contains("not_meant: skip, State must be equal to CA")
                .contains("late: skip, Sold before");
    }

    @Test
    void a_refused_delivery_gives_its_place_back() {
        Flow open = sluice.open(Solar.flow()
                .step(RecipientStep.to("out", "outside")
                        .cap(Cap.of("day", 1, TimeUnit.DAY))
                        .build())
                .build());

        buyer.set(request -> DeliveryResult.failure("no"));
        open.submit(Solar.lead("a@b.com"));
        buyer.set(request -> DeliveryResult.success());

        assertThat(open.submit(Solar.lead("b@b.com")).deliveries().get(0).outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(open.submit(Solar.lead("c@b.com")).deliveries().get(0).outcome())
                .isEqualTo(Outcome.SKIP);
    }

    @Test
    void an_unknown_delivery_keeps_its_place_and_an_exclusive_lead_goes_to_nobody_else() {
        Flow open = sluice.open(Solar.flow()
                .step(DistributeStep.waterfall(
                        "sell",
                        RecipientStep.to("out", "outside")
                                .cap(Cap.of("day", 1, TimeUnit.DAY))
                                .pricing(Pricing.fixed("9"))
                                .build(),
                        RecipientStep.to("other", "takes").build()))
                .build());

        buyer.set(request -> DeliveryResult.unknown("Reply lost"));
        Submission lost = open.submit(Solar.lead("a@b.com"));
        buyer.set(request -> DeliveryResult.success());
        Submission next = open.submit(Solar.lead("b@b.com"));

        assertThat(lost.deliveries()).extracting(DeliveryReport::outcome).containsExactly(Outcome.UNKNOWN);
        assertThat(lost.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(lost.revenue()).isZero();
        assertThat(last(lost, EventType.DISTRIBUTE_COMPLETED).outcome()).contains(Outcome.UNKNOWN);
        assertThat(next.deliveries())
                .extracting(DeliveryReport::toString)
                .containsExactly("out: skip", "other: success");
    }

    @Test
    void the_outcome_may_hang_on_the_deliveries() {
        RecipientStep refusing = RecipientStep.to("no", "refuses").build();
        RecipientStep taking = RecipientStep.to("yes", "takes").build();
        RecipientStep notice =
                RecipientStep.to("notice", "refuses").notBillable().build();

        assertThat(submit(Solar.flow().step(refusing)).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(submit(Solar.flow().step(refusing).outcomeFrom(OutcomeFrom.ANY_DELIVERY))
                        .outcome())
                .isEqualTo(Outcome.FAILURE);
        assertThat(submit(Solar.flow().step(refusing).step(taking).outcomeFrom(OutcomeFrom.ANY_DELIVERY))
                        .outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(submit(Solar.flow().step(refusing).step(taking).outcomeFrom(OutcomeFrom.ALL_DELIVERIES))
                        .outcome())
                .isEqualTo(Outcome.FAILURE);
        assertThat(submit(Solar.flow().step(taking).step(notice).outcomeFrom(OutcomeFrom.ALL_DELIVERIES))
                        .outcome())
                .isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_recipient_may_name_its_price_within_bounds() {
        Pricing named = Pricing.named(new BigDecimal("5"), new BigDecimal("40"));
        FlowDefinition.Builder flow = Solar.flow()
                .step(RecipientStep.to("out", "outside").pricing(named).build());

        buyer.set(request -> DeliveryResult.success().price(new BigDecimal("39.95")));
        assertThat(submit(flow).revenue()).isEqualByComparingTo("39.95");

        buyer.set(request -> DeliveryResult.success().price(new BigDecimal("4000")));
        assertThat(submit(flow).revenue()).isZero();

        buyer.set(
                request -> DeliveryResult.success().price(new BigDecimal("30")).notBillable());
        assertThat(submit(flow).revenue()).isZero();
    }

    @Test
    void a_disabled_step_or_one_whose_criteria_fail_is_passed_over_and_says_why() {
        Submission result = submit(Solar.flow()
                .step(RecipientStep.to("off", "takes").enabled(false).build())
                .step(RecipientStep.to("ca", "takes")
                        .when(allOf(field("state").isEqualTo("CA")))
                        .build()));

        assertThat(types(result)).containsExactly("step.skipped", "step.skipped", "flow.completed");
        assertThat(result.events().get(2).reason()).contains("Step is disabled");
        assertThat(result.events().get(3).reason()).contains("State must be equal to CA");
        assertThat(requests).isEmpty();
    }

    @Test
    void numbers_have_no_gap_times_never_fall_and_snapshots_share_what_did_not_change() {
        Submission result = submit(Solar.flow()
                .step(EnhancementStep.of("s1", "lookup", "phone"))
                .step(RecipientStep.to("yes", "takes").build()));

        List<Event> events = result.events();
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).seq()).isEqualTo(i + 1);
            assertThat(events.get(i).at())
                    .isAfterOrEqualTo(events.get(Math.max(0, i - 1)).at());
        }
        assertThat(events.get(3).snapshot().section(Section.LEAD))
                .isSameAs(events.get(1).snapshot().section(Section.LEAD));
        assertThat(sluice.events().stream(events.get(0).stream())).isEqualTo(events);
    }

    @Test
    void recorded_events_can_be_told_again_with_the_rules_and_values_of_their_moment() {
        Flow flow = sluice.open(Solar.flow()
                .step(FilterStep.of(
                        "f",
                        allOf(field("state").isEqualTo("TX"), field("amount").isGreaterThan(5000))))
                .build());
        Submission result = flow.submit(Solar.lead("a@b.com"));

        String told = flow.explain(sluice.events().stream(result.events().get(0).stream()));

        assertThat(told)
                .isEqualTo(result.explain())
                .contains("filter.failed f")
                .contains("passed: ")
                .contains("failed: ");
    }
}
