package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.types.Lead;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicatesTest extends GatedFlow {
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
}
