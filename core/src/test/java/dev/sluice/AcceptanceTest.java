package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.types.Lead;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Pii;
import dev.sluice.types.Value;
import org.junit.jupiter.api.Test;

class AcceptanceTest extends GatedFlow {
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
}
