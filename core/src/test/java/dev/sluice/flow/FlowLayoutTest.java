package dev.sluice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.FieldTypes;
import dev.sluice.types.Layout;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import org.junit.jupiter.api.Test;

class FlowLayoutTest {
    private static final FlowDefinition FLOW = FlowDefinition.builder("f")
            .field("id", "string")
            .field("email", "email")
            .field("odd", "unheard_of")
            .source("a")
            .step(EnhancementStep.of("s1", "phone-intel", "phone_intel"))
            .step(DistributeStep.waterfall(
                    "s2",
                    RecipientStep.to("b1", "webhook")
                            .entity(new Entity("e", "Premier Leads, LLC"))
                            .build(),
                    RecipientStep.to("b2", "webhook").build()))
            .build();

    private final Layout layout = FlowLayout.of(FLOW, FieldTypes.standard());

    @Test
    void the_leads_id_comes_before_its_fields_and_cannot_be_one() {
        assertThat(layout.shape(Section.LEAD).names()).containsExactly("id", "email", "odd");
        assertThat(layout.type("id")).isNull();
        assertThat(layout.type("email")).isEqualTo(FieldTypes.EMAIL);
        assertThat(layout.type("odd")).isNull();
    }

    @Test
    void steps_inside_a_distribution_are_steps_with_answers_of_their_own() {
        assertThat(layout.shape(Section.STEPS).names()).containsExactly("s1", "s2", "b1", "b2");
        assertThat(layout.shape(Section.APPENDED).names()).containsExactly("phone_intel", "premier_leads__llc", "b2");
    }

    @Test
    void what_every_flow_has_is_declared() {
        for (String path : new String[] {
            "random",
            "lead.id",
            "source.name",
            "flow.version",
            "submission.ip",
            "cap.count",
            "account.id",
            "recipient.name"
        }) {
            assertThat(layout.compile(path, Stage.ANY).declared()).as(path).isTrue();
        }
    }
}
