package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.types.Lead;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyTest {
    private final List<String> sent = new ArrayList<>();
    private final Sluice sluice = Sluice.builder()
            .delivery("stub", DeliveryPlugin.inProcess(request -> {
                sent.add(request.delivery().recipient() + " " + request.lead().text());
                return DeliveryResult.success().reference("r1");
            }))
            .enricher("phone-intel", Enricher.inProcess(request -> Enrichment.of("line_type", "mobile")))
            .build();

    static FlowDefinition solar() {
        return FlowDefinition.builder("solar")
                .field(FieldDefinition.of("email", "email").mandatory())
                .field("phone_1", "phone")
                .field("state", "state")
                .source(SourceDefinition.of("web-form-a")
                        .mappings(MappingDefinition.of("email", "{{email_addr}}"))
                        .pricing(Pricing.fixed("10")))
                .acceptance(AcceptanceCriteria.of(allOf(field("state").isIncludedIn("TX", "CA")))
                        .because("State not in approved list"))
                .duplicateCheck(new DuplicateCheck(
                        List.of("email", "phone_1"), new Window(30, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null))
                .cap(Cap.of("day", 3, TimeUnit.DAY))
                .step(EnhancementStep.of(
                        "s1", "phone-intel", "phone_intel", MappingDefinition.of("phone", "{{phone_1}}")))
                .step(FilterStep.of(
                        "s2", allOf(field("appended.phone_intel.line_type").isEqualTo("mobile"))))
                .step(DistributeStep.waterfall(
                        "s3",
                        RecipientStep.to("premier", "stub")
                                .pricing(Pricing.fixed("25.00"))
                                .cap(Cap.of("premier_day", 1, TimeUnit.DAY))
                                .map("contact.email", "{{lead.email}}")
                                .build(),
                        RecipientStep.to("second", "stub")
                                .pricing(Pricing.fixed("15"))
                                .build()))
                .build();
    }

    private static Lead lead(String email) {
        return Lead.from("web-form-a")
                .with("email_addr", email)
                .with("phone_1", "(512) 789-1111")
                .with("state", "Texas");
    }

    @Test
    void a_lead_goes_through_a_flow() {
        Flow flow = sluice.open(solar());

        Submission result = flow.submit(lead("JOHN@EXAMPLE.COM"));

        assertThat(result.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(result.events())
                .extracting(Event::type)
                .extracting(Object::toString)
                .containsExactly(
                        "source.submitted",
                        "source.accepted",
                        "enhancement.success",
                        "filter.passed",
                        "distribute.planned",
                        "cap.reached",
                        "recipient.delivered",
                        "distribute.completed",
                        "flow.completed");
        assertThat(sent).containsExactly("premier {\"contact\":{\"email\":\"john@example.com\"}}");
    }
}
