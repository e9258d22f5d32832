package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FieldDefinition;
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
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Pii;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatesTest {
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private final Sluice sluice = Sluice.builder().time(time).build();

    private Submission submit(FlowDefinition.Builder flow, Lead lead) {
        return sluice.open(flow.build()).submit(lead);
    }

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
    void criteria_that_are_not_met_reject_with_the_configured_reason_and_tell_which_rules_were_looked_at() {
        Submission result = submit(Solar.flow(), Solar.lead("a@b.com").with("state", "NY"));

        Event rejected = result.events().get(1);
        assertThat(rejected.reason()).contains("State not in approved list");
        assertThat(rejected.facts().get("rules_evaluated")).isEqualTo(Value.number(1));
        assertThat(rejected.facts().get("rule_set").text()).isEqualTo("acceptance_criteria");
        assertThat(result.explain()).contains("State not in approved list").contains("state is included in");
    }

    @Test
    void a_reason_that_reads_a_personal_field_shows_its_mask() {
        FlowDefinition.Builder flow = Solar.flow()
                .acceptance(AcceptanceCriteria.of(allOf(field("state").isEqualTo("TX")))
                        .because("No place for {{lead.email}} in {{source.name}}"));

        String reason = submit(flow, Solar.lead("john@example.com").with("state", "NY"))
                .reason()
                .orElseThrow();

        assertThat(reason).doesNotContain("john").doesNotContain("example").endsWith(" in web-form-a");
    }

    @Test
    void a_reason_shows_of_a_field_no_more_than_its_mask_allows() {
        FlowDefinition.Builder flow = Solar.flow()
                .field(FieldDefinition.of("agent", "string").withPrivacy(Pii.PERSONAL, MaskStyle.FULL))
                .field(FieldDefinition.of("note", "string").withPrivacy(Pii.PERSONAL, MaskStyle.REMOVE))
                .field(FieldDefinition.of("code", "string").withPrivacy(Pii.PERSONAL, MaskStyle.LAST_FOUR))
                .acceptance(AcceptanceCriteria.of(allOf(field("agent").isBlank()))
                        .because("[{{agent}}] [{{note}}] [{{code}}] [{{none}}]"));

        Submission refused = submit(
                flow,
                Solar.lead("john@example.com")
                        .with("agent", "Li")
                        .with("note", "vip")
                        .with("code", "ABCDE12345"));

        assertThat(refused.reason()).contains("[********] [] [**********] []");
        assertThat(refused.explain()).contains("********").doesNotContain("Li", "vip", "12345");
    }

    @Test
    void criteria_of_flow_and_source_must_both_be_met() {
        SourceDefinition strict = SourceDefinition.of("strict")
                .acceptance(AcceptanceCriteria.of(allOf(field("amount").isGreaterThan(50_000))));
        FlowDefinition.Builder flow = Solar.flow().source(strict);

        Lead small =
                Lead.from("strict").with("email", "a@b.com").with("state", "TX").with("amount", 10);

        assertThat(submit(flow, small).reason()).contains("Amount must be greater than 50000");
        assertThat(submit(flow, small.with("amount", 60_000)).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(submit(flow, small.with("amount", 60_000).with("state", "NY"))
                        .reason())
                .contains("State not in approved list");
    }

    @Test
    void a_repeated_lead_is_refused_with_the_day_of_the_first() {
        Flow flow = sluice.open(
                Solar.flow().duplicateCheck(Solar.sameEmailAndPhone()).build());
        Submission first = flow.submit(Solar.lead("john@example.com"));
        time.pass(Duration.ofDays(5));

        Submission second = flow.submit(Solar.lead("JOHN@example.com").with("phone_1", "512-789-1111"));

        assertThat(first.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(second.reason()).contains("Duplicate: Previously submitted 2024-01-15");
        assertThat(second.events().get(1).facts().get("duplicate_of").text())
                .isEqualTo(first.leadId().orElseThrow());
    }

    @Test
    void a_lead_is_forgotten_when_the_window_has_passed() {
        Flow flow = sluice.open(
                Solar.flow().duplicateCheck(Solar.sameEmailAndPhone()).build());
        flow.submit(Solar.lead("john@example.com"));

        time.pass(Duration.ofDays(30).minusMillis(1));
        assertThat(flow.submit(Solar.lead("john@example.com")).outcome()).isEqualTo(Outcome.FAILURE);

        time.pass(Duration.ofMillis(1));
        assertThat(flow.submit(Solar.lead("john@example.com")).outcome()).isEqualTo(Outcome.SUCCESS);
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
    void rejected_leads_are_not_remembered_as_first() {
        Flow flow = sluice.open(
                Solar.flow().duplicateCheck(Solar.sameEmailAndPhone()).build());

        flow.submit(Solar.lead("john@example.com").with("state", "NY"));

        assertThat(flow.submit(Solar.lead("john@example.com")).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void an_empty_field_never_makes_a_duplicate() {
        Flow flow = sluice.open(
                Solar.flow().duplicateCheck(Solar.sameEmailAndPhone()).build());
        Lead withoutPhone = Solar.lead("john@example.com").with("phone_1", "");

        assertThat(flow.submit(withoutPhone).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(withoutPhone).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_field_whose_normal_form_is_empty_never_makes_a_duplicate() {
        Flow flow = sluice.open(
                Solar.flow().duplicateCheck(Solar.sameEmailAndPhone()).build());
        Lead withoutDigits = Solar.lead("john@example.com").with("phone_1", "--");

        assertThat(flow.submit(withoutDigits).outcome()).isEqualTo(Outcome.SUCCESS);
        Submission second = flow.submit(withoutDigits.with("phone_1", "()"));

        assertThat(second.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_key_compares_what_a_template_makes_of_several_values_unless_one_is_blank() {
        Flow flow = sluice.open(Solar.flow()
                .field("street", "string")
                .duplicateCheck(
                        new DuplicateCheck(List.of(), new Window(1, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null)
                                .key("{{lead.street}}|{{lead.state}}"))
                .build());
        Lead household = Solar.lead("a@b.com").with("street", "1 Main St");

        assertThat(flow.submit(household).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(household.with("email_addr", "c@d.com").with("street", "1 MAIN ST"))
                        .reason())
                .contains("Duplicate: Previously submitted 2024-01-15");
        assertThat(flow.submit(household.with("state", "CA")).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(household.with("street", "")).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(household.with("street", " ")).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void leads_that_come_again_and_again_are_refused_even_if_none_was_taken() {
        Flow flow = sluice.open(Solar.flow()
                .duplicateCheck(new DuplicateCheck(
                                List.of("email"), new Window(1, TimeUnit.MINUTE), DuplicateCheck.Scope.FLOW, null)
                        .recordAt(DuplicateCheck.RecordAt.SUBMISSION))
                .build());

        Submission first = flow.submit(Solar.lead("a@b.com").with("state", "NY"));
        time.pass(Duration.ofSeconds(59));
        Submission second = flow.submit(Solar.lead("a@b.com"));
        time.pass(Duration.ofSeconds(1));
        Submission third = flow.submit(Solar.lead("a@b.com"));

        assertThat(first.reason()).contains("State not in approved list");
        assertThat(second.reason()).contains("Duplicate: Previously submitted 2024-01-15");
        assertThat(second.events().get(1).facts().get("duplicate_of").text())
                .isEqualTo(first.leadId().orElseThrow());
        assertThat(third.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void test_leads_that_come_again_are_not_remembered() {
        Flow flow = sluice.open(Solar.flow()
                .duplicateCheck(Solar.sameEmailAndPhone().recordAt(DuplicateCheck.RecordAt.SUBMISSION))
                .build());

        flow.submit(Solar.lead("a@b.com").with("state", "NY").test());

        assertThat(flow.submit(Solar.lead("a@b.com")).outcome()).isEqualTo(Outcome.SUCCESS);
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
    void values_that_only_join_to_the_same_text_are_no_duplicates() {
        FlowDefinition.Builder definition = Solar.flow()
                .field("a", "string")
                .field("b", "string")
                .duplicateCheck(new DuplicateCheck(
                        List.of("a", "b"), new Window(1, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null));
        Flow flow = sluice.open(definition.build());

        assertThat(flow.submit(Solar.lead("x@y.com").with("a", "1:x").with("b", "2"))
                        .outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(flow.submit(Solar.lead("x@y.com").with("a", "1").with("b", "x2"))
                        .outcome())
                .isEqualTo(Outcome.SUCCESS);
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

    private static void assertRefused(Submission result, String reason) {
        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.reason()).contains(reason);
        assertThat(result.leadId()).isEmpty();
        assertThat(result.events()).isEmpty();
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
