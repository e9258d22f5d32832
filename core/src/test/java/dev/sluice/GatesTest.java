package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.GateKind;
import dev.sluice.flow.Hours;
import dev.sluice.flow.ListCheck;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.Pricing.Price;
import dev.sluice.flow.ResponseDefinition;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.Suppression;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.json.EventJson;
import dev.sluice.store.Cursor;
import dev.sluice.types.Lead;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatesTest extends GatedFlow {
    @Test
    void a_missing_required_field_rejects_the_lead_with_its_name() {
        Submission result = submit(Solar.flow(), Lead.from("web-form-a").with("state", "TX"));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(result.reason()).contains("Missing required field: email");
        assertThat(result.price()).isZero();
        assertThat(result.events())
                .extracting(Event::type)
                .containsExactly(EventType.SOURCE_SUBMITTED, EventType.SOURCE_REJECTED);
    }

    @Test
    void a_blank_required_field_is_missing_but_an_invalid_one_is_not() {
        assertThat(submit(Solar.flow(), Solar.lead("  ")).reason()).contains("Missing required field: email");
        assertThat(submit(Solar.flow(), Solar.lead("not an address")).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_lead_outside_the_hours_is_refused_with_the_next_opening_unless_its_source_is_always_open() {
        time.set("2024-01-15T22:01:00.000Z");
        FlowDefinition.Builder flow = Solar.flow()
                .hours(Hours.workingDays("09:00", "17:00").in(ZoneId.of("America/New_York")))
                .source(SourceDefinition.of("night").hours(Hours.ALWAYS))
                .source(SourceDefinition.of("late").hours(Hours.workingDays("17:00", "17:01")))
                .timeZone(ZoneId.of("America/New_York"));
        Lead lead = Lead.from("night").with("email", "a@b.com").with("state", "TX");
        Lead late = Lead.from("late").with("email", "a@b.com").with("state", "TX");

        Submission refused = submit(flow, Solar.lead("a@b.com"));

        assertThat(refused.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(refused.reason()).contains("Submission Timestamp must be within hours of operation");
        assertThat(refused.price()).isZero();
        assertThat(refused.events().get(1).facts().get("gate").text()).isEqualTo("hours");
        assertThat(refused.events().get(1).facts().get("next_opening").text()).isEqualTo("2024-01-16T14:00:00.000Z");
        assertThat(refused.explain()).contains("opens next 2024-01-16T14:00:00.000Z");
        assertThat(submit(flow, lead).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(submit(flow, late).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void the_flow_decides_which_gate_comes_first() {
        FlowDefinition.Builder flow = Solar.flow().cap(Cap.of("none", 0, TimeUnit.DAY));
        Lead wrongState = Solar.lead("john@example.com").with("state", "NY");
        List<GateKind> capsFirst = new ArrayList<>(GateKind.STANDARD);
        capsFirst.remove(GateKind.CAPS);
        capsFirst.add(0, GateKind.CAPS);

        assertThat(sluice.open(flow.build()).submit(wrongState).reason()).contains("State not in approved list");
        assertThat(sluice.open(flow.gates(capsFirst).build()).submit(wrongState).reason())
                .contains("Cap reached");
    }

    @Test
    void list_checks_are_read_by_acceptance_prices_and_caps() {
        Cap customers = Cap.of("customers", 1, TimeUnit.DAY)
                .where(allOf(field("suppressionlist.is_existing_customer").isTrue()));
        Flow flow = sluice.open(Solar.flow()
                .listCheck("dnc", ListCheck.of("{{lead.phone_1}}", "Do Not Call, Litigators"))
                .listCheck("existing_customer", ListCheck.of("{{lead.email}}", "customers"))
                .acceptance(AcceptanceCriteria.of(
                        allOf(field("suppressionlist.is_dnc").isNotTrue())))
                .pricing(Pricing.of(
                        new Price(Value.number(7), null, null),
                        new Price(
                                Value.number(3),
                                allOf(field("suppressionlist.is_existing_customer")
                                        .isTrue()),
                                null)))
                .cap(customers)
                .build());
        Lead lead = Lead.from("partner").with("email", "a@b.com").with("phone_1", "(512) 789-1111");
        assertThat(flow.submit(lead).price()).isEqualByComparingTo("7");

        sluice.lists().add("customers", List.of("A@b.com"));
        Submission customer = flow.submit(lead);
        assertThat(customer.price()).isEqualByComparingTo("3");
        assertThat(customer.events()
                        .get(1)
                        .facts()
                        .get("list_checks")
                        .part("existing_customer")
                        .part("found_in"))
                .isEqualTo(Value.of(List.of("customers")));
        assertThat(flow.submit(lead).reason()).contains("Cap reached");

        sluice.lists().as("phone").add("litigators", List.of("512-789-1111"));
        Submission refused = flow.submit(lead);
        assertThat(refused.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(refused.events().get(1).snapshot().get("suppressionlist.is_dnc"))
                .isEqualTo(Value.bool(true));
        assertThat(flow.submit(lead.with("phone_1", "")).reason()).contains("Cap reached");
    }

    @Test
    void a_list_refuses_with_its_own_reason() {
        Flow flow = sluice.open(Solar.flow()
                .suppression(List.of(
                        Suppression.of("{{lead.phone_1}}", "DNC"),
                        new Suppression("{{lead.email}}", "recent, old", new Window(7, TimeUnit.DAY), "Seen lately")))
                .build());
        sluice.lists().add("old", List.of("a@b.com"));
        sluice.lists().add("dnc", List.of("5127891111"));

        Submission dnc = flow.submit(Solar.lead("x@y.com"));
        Lead other = Solar.lead("a@b.com").with("phone_1", "512 789 2222");
        Submission seen = flow.submit(other);
        time.pass(Duration.ofDays(7));

        assertThat(dnc.reason()).contains("Suppressed: dnc");
        assertThat(dnc.events().get(1).facts().get("gate").text()).isEqualTo("suppression");
        assertThat(dnc.events().get(1).facts().get("found_in")).isEqualTo(Value.of(List.of("dnc")));
        assertThat(dnc.events().get(1).facts().get("added_at").text()).isEqualTo("2024-01-15T14:30:45.123Z");
        assertThat(seen.reason()).contains("Seen lately");
        assertThat(flow.submit(other).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(other.with("phone_1", "")).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void the_last_price_that_matches_wins_and_the_source_comes_before_the_flow() {
        Pricing byState = Pricing.of(
                new Price(Value.number(10), null, null),
                new Price(
                        Value.number(new BigDecimal("15.555")),
                        allOf(field("state").isEqualTo("CA")),
                        null));
        FlowDefinition.Builder flow = Solar.flow().pricing(byState);
        Lead partner = Lead.from("partner").with("email", "a@b.com");

        assertThat(submit(flow, partner.with("state", "TX")).price()).isEqualByComparingTo("10");
        assertThat(submit(flow, partner.with("state", "CA")).price()).isEqualByComparingTo("15.555");
        assertThat(submit(flow.pricing(Pricing.fixed("99")), Solar.lead("a@b.com"))
                        .price())
                .isEqualByComparingTo("10");
    }

    @Test
    void a_price_of_nothing_is_a_price_and_the_source_may_name_one_within_bounds() {
        Pricing named = Pricing.named(new BigDecimal("1"), new BigDecimal("50"));
        FlowDefinition.Builder flow = Solar.flow()
                .source(SourceDefinition.of("free").pricing(Pricing.fixed("0")))
                .source(SourceDefinition.of("named").pricing(named))
                .pricing(Pricing.fixed("7"));
        Lead lead = Lead.from("named").with("email", "a@b.com").with("state", "TX");

        assertThat(submit(flow, Lead.from("free").with("email", "a@b.com").with("state", "TX"))
                        .price())
                .isZero();
        assertThat(submit(flow, lead.with("price", "49.99")).price()).isEqualByComparingTo("49.99");
        assertThat(submit(flow, lead.with("price", "50.01")).price()).isEqualByComparingTo("7");
        assertThat(submit(flow, lead.with("price", "-5")).price()).isEqualByComparingTo("7");
        assertThat(submit(flow, lead.with("price", "1e9")).price()).isEqualByComparingTo("7");
    }

    @Test
    void a_cap_lets_its_number_pass_and_refuses_the_next_until_the_window_ends() {
        Cap cap = Cap.of("day", 2, TimeUnit.DAY)
                .named("Daily")
                .in(ZoneId.of("America/New_York"))
                .because("Daily cap reached ({{cap.count}}/{{cap.maximum}})");
        Flow flow = sluice.open(Solar.flow().cap(cap).build());
        time.set("2024-01-16T04:59:59.999Z");

        assertThat(flow.submit(Solar.lead("a@b.com")).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(Solar.lead("b@b.com")).outcome()).isEqualTo(Outcome.SUCCESS);
        Submission third = flow.submit(Solar.lead("c@b.com"));
        time.set("2024-01-16T05:00:00.000Z");

        assertThat(third.reason()).contains("Daily cap reached (2/2)");
        assertThat(third.events().get(1).facts().get("cap_reached")).isEqualTo(Value.bool(true));
        assertThat(flow.submit(Solar.lead("d@b.com")).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_full_cap_of_the_source_takes_nothing_from_the_cap_of_the_flow() {
        Cap flowCap = Cap.of("flow_day", 2, TimeUnit.DAY);
        SourceDefinition small = SourceDefinition.of("small").caps(Cap.of("small_day", 1, TimeUnit.DAY));
        Flow flow = sluice.open(Solar.flow().source(small).cap(flowCap).build());
        Lead lead = Lead.from("small").with("email", "a@b.com").with("state", "TX");

        assertThat(flow.submit(lead).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(lead).reason()).contains("Cap reached");
        assertThat(flow.submit(lead).reason()).contains("Cap reached");

        assertThat(flow.submit(Solar.lead("z@b.com")).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(Solar.lead("y@b.com")).reason()).contains("Cap reached");
    }

    @Test
    void a_nested_cap_counts_only_leads_that_its_parent_concerns() {
        Cap child = Cap.of("tx_hour", 1, TimeUnit.HOUR);
        Cap parent = Cap.of("tx", 10, TimeUnit.DAY)
                .where(allOf(field("state").isEqualTo("TX")))
                .around(child);
        Flow flow = sluice.open(Solar.flow().cap(parent).build());

        assertThat(flow.submit(Solar.lead("a@b.com").with("state", "CA")).outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(Solar.lead("b@b.com").with("state", "CA")).outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(Solar.lead("c@b.com")).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(Solar.lead("d@b.com")).outcome()).isEqualTo(Outcome.FAILURE);
    }

    @Test
    void test_leads_run_but_count_nowhere() {
        Flow flow = sluice.open(Solar.flow()
                .cap(Cap.of("day", 1, TimeUnit.DAY))
                .duplicateCheck(Solar.sameEmailAndPhone())
                .build());

        assertThat(flow.submit(Solar.lead("a@b.com").test()).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(Solar.lead("a@b.com").test()).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(Solar.lead("a@b.com")).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_disabled_flow_or_source_and_an_unknown_source_end_with_an_error_and_no_event() {
        SourceDefinition off = SourceDefinition.builder("off").enabled(false).build();
        Flow flow = sluice.open(Solar.flow().source(off).build());
        Flow disabled = sluice.open(Solar.flow().enabled(false).build());

        assertRefused(flow.submit(Lead.from("off")), "Source is disabled");
        assertRefused(flow.submit(Lead.from("nobody")), "Source is unknown");
        assertRefused(disabled.submit(Solar.lead("a@b.com")), "Flow is disabled");
        assertThat(sluice.events().after(Cursor.START, 10).events()).isEmpty();
    }

    private static void assertRefused(Submission result, String reason) {
        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.reason()).contains(reason);
        assertThat(result.leadId()).isEmpty();
        assertThat(result.events()).isEmpty();
    }

    @Test
    void a_source_with_keys_must_prove_itself_and_leaves_no_event_when_it_cannot() {
        String hashOfSecret = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
        SourceDefinition keyed =
                SourceDefinition.builder("keyed").keyHash(hashOfSecret).build();
        Flow flow = sluice.open(Solar.flow().source(keyed).build());
        Lead lead = Lead.from("keyed").with("email", "a@b.com").with("state", "TX");

        assertRefused(flow.submit(lead), "Source is not authenticated");
        assertRefused(flow.submit(lead.credential("wrong")), "Source is not authenticated");
        assertThat(flow.submit(lead.credential("secret")).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void an_accepted_lead_holds_typed_values_and_says_what_is_invalid() {
        Submission result = submit(Solar.flow(), Solar.lead("john@").with("amount", "1,000"));

        Event accepted = result.events().get(1);
        Value email = accepted.snapshot().section(Section.LEAD).get("email");
        assertThat(email).isInstanceOfSatisfying(Typed.class, typed -> {
            assertThat(typed.valid()).isFalse();
            assertThat(typed.raw().text()).isEqualTo("john@");
            assertThat(typed.problem()).isPresent();
        });
        assertThat(accepted.snapshot().get("amount").plain()).isEqualTo(Value.number(1000));
        assertThat(accepted.snapshot().get("phone_1.area").text()).isEqualTo("512");
        assertThat(accepted.validation().get("email").part("valid")).isEqualTo(Value.bool(false));
        assertThat(accepted.validation().get("email").part("problem").isBlank()).isFalse();
        assertThat(accepted.validation().get("state").part("valid")).isEqualTo(Value.bool(true));
        assertThat(EventJson.masked().write(accepted))
                .contains("\"validation\":{\"email\":{\"valid\":false,\"problem\":{\"code\":");
    }

    @Test
    void what_the_source_sent_is_kept_as_it_was_unknown_names_too() {
        Lead lead = Solar.lead("a@b.com").with("nickname", null).with("deep", java.util.Map.of("x", List.of(1, 2)));

        Submission result = submit(Solar.flow(), lead);

        assertThat(result.events().get(0).input().orElseThrow().data()).isEqualTo(lead.data());
        assertThat(result.events().get(1).snapshot().get("nickname").isMissing())
                .isTrue();
    }

    @Test
    void the_response_names_what_the_flow_says() {
        FlowDefinition.Builder flow =
                Solar.flow().response(ResponseDefinition.of("outcome", "reason", "lead.id", "price", "lead.state"));

        Submission taken = submit(flow, Solar.lead("a@b.com"));
        Submission refused = submit(flow, Solar.lead("a@b.com").with("state", "NY"));

        assertThat(taken.response().text())
                .isEqualTo("{\"outcome\":\"success\",\"lead\":{\"id\":\""
                        + taken.leadId().orElseThrow() + "\",\"state\":\"TX\"},\"price\":10}");
        assertThat(refused.response().text())
                .startsWith("{\"outcome\":\"failure\",\"reason\":\"State not in approved list\"")
                .endsWith("\"price\":0}");
    }
}
