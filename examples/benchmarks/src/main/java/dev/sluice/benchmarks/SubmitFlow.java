package dev.sluice.benchmarks;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.types.Lead;
import java.util.List;

/** The flow of the submit benchmark: twenty typed fields, eight rules, duplicates, a cap, a price, two filters, a mapped body. */
final class SubmitFlow {
    private SubmitFlow() {}

    static FlowDefinition definition() {
        return FlowDefinition.builder("benchmark")
                .fields(fields())
                .source("bench")
                .acceptance(AcceptanceCriteria.of(allOf(
                        field("state").isIncludedIn("TX", "CA", "FL", "NY"),
                        field("email").formatIsValid(),
                        field("phone_1").formatIsValid(),
                        field("loan_amount").isGreaterThan(50_000),
                        field("consent").isTrue(),
                        field("first_name").isNotBlank(),
                        field("email.domain").isNotEqualTo("example.org"),
                        field("loan_amount").isBetween(50_000, 900_000))))
                .duplicateCheck(new DuplicateCheck(
                        List.of("email", "phone_1"), new Window(30, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null))
                .cap(Cap.of("month", Long.MAX_VALUE, TimeUnit.MONTH))
                .pricing(Pricing.fixed("12.50"))
                .step(FilterStep.of("mobile", allOf(field("phone_1.is_tollfree").isFalse())))
                .step(FilterStep.of("owner", allOf(field("homeowner").isTrue())))
                .step(recipient())
                .build();
    }

    private static List<FieldDefinition> fields() {
        return List.of(
                FieldDefinition.of("first_name", "first_name").mandatory(),
                FieldDefinition.of("last_name", "last_name"),
                FieldDefinition.of("email", "email").mandatory(),
                FieldDefinition.of("phone_1", "phone").mandatory(),
                FieldDefinition.of("phone_2", "phone"),
                FieldDefinition.of("address_1", "street"),
                FieldDefinition.of("city", "city"),
                FieldDefinition.of("state", "state"),
                FieldDefinition.of("postal_code", "postal_code"),
                FieldDefinition.of("dob", "dob"),
                FieldDefinition.of("gender", "gender"),
                FieldDefinition.of("homeowner", "boolean"),
                FieldDefinition.of("loan_amount", "number"),
                FieldDefinition.of("credit_score", "range"),
                FieldDefinition.of("consent", "boolean"),
                FieldDefinition.of("ip_address", "ip"),
                FieldDefinition.of("landing_page", "url"),
                FieldDefinition.of("comments", "string"),
                FieldDefinition.of("campaign", "string"),
                FieldDefinition.of("move_date", "date"));
    }

    private static RecipientStep recipient() {
        return RecipientStep.to("buyer", "stub")
                .pricing(Pricing.fixed("20"))
                .map("contact.email", "{{lead.email}}")
                .map("contact.phone", "{{lead.phone_1}}")
                .map("contact.name", "{{lead.first_name}} {{lead.last_name}}")
                .map("loan.amount", "{{lead.loan_amount}}")
                .map("loan.state", "{{lead.state}}")
                .map("id", "{{lead.id}}")
                .build();
    }

    static DeliveryPlugin stub(DeliveryPlugin plugin) {
        return DeliveryPlugin.inProcess(plugin);
    }

    /** The {@code n}th lead; no two are duplicates. */
    static Lead lead(int n) {
        return Lead.from("bench")
                .with("first_name", "Ana")
                .with("last_name", "Lopez")
                .with("email", "ana" + n + "@gmail.com")
                .with("phone_1", "(512) 789-" + (1000 + n % 9000))
                .with("phone_2", "512-789-1111")
                .with("address_1", "100 Main Street")
                .with("city", "Austin")
                .with("state", "Texas")
                .with("postal_code", "78701")
                .with("dob", "04/15/1980")
                .with("gender", "F")
                .with("homeowner", "yes")
                .with("loan_amount", "250,000")
                .with("credit_score", "650 to 699")
                .with("consent", "true")
                .with("ip_address", "151.231.26.216")
                .with("landing_page", "https://thorny-dusk.net/quote?utm_source=bing")
                .with("comments", "call after five")
                .with("campaign", "spring")
                .with("move_date", "2026-12-01");
    }
}
