package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;

import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.types.Lead;
import java.util.List;

/** A small flow that tests build upon, and leads for it. */
final class Solar {
    private Solar() {}

    /** Takes leads from Texas and California with an e-mail address; does nothing with them yet. */
    static FlowDefinition.Builder flow() {
        return FlowDefinition.builder("solar")
                .field(FieldDefinition.of("email", "email").mandatory())
                .field("phone_1", "phone")
                .field("state", "state")
                .field("amount", "number")
                .source(SourceDefinition.of("web-form-a")
                        .mappings(MappingDefinition.of("email", "{{email_addr}}"))
                        .pricing(Pricing.fixed("10")))
                .source("partner")
                .acceptance(AcceptanceCriteria.of(allOf(field("state").isIncludedIn("TX", "CA")))
                        .because("State not in approved list"));
    }

    static DuplicateCheck sameEmailAndPhone() {
        return new DuplicateCheck(
                List.of("email", "phone_1"), new Window(30, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null);
    }

    static Lead lead(String email) {
        return Lead.from("web-form-a")
                .with("email_addr", email)
                .with("phone_1", "(512) 789-1111")
                .with("state", "Texas")
                .with("amount", "1,000");
    }
}
