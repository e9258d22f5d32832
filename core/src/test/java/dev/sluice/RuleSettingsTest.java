package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.expression;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.rules.Condition;
import dev.sluice.rules.Finding;
import dev.sluice.rules.ObscenityChecker;
import dev.sluice.rules.TrustedMvel;
import dev.sluice.types.Lead;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host says about rules holds for the checks of a definition and for the leads. */
class RuleSettingsTest {
    private static final Lead LEAD = Lead.from("partner").with("email", "darn@example.com");

    private static FlowDefinition accepting(Condition condition) {
        return Solar.flow()
                .acceptance(AcceptanceCriteria.of(allOf(condition)).because("not accepted"))
                .build();
    }

    @Test
    void the_hosts_checker_says_what_is_obscene() {
        FlowDefinition clean = accepting(field("email").isNotObscene());
        try (Sluice without = Sluice.builder().build();
                Sluice with = Sluice.builder()
                        .obscenity(ObscenityChecker.words(List.of("darn")))
                        .build()) {
            assertThat(without.check(clean)).extracting(Finding::code).contains("no_obscenity_checker");
            assertThat(without.open(clean).submit(LEAD).outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(with.check(clean)).extracting(Finding::code).doesNotContain("no_obscenity_checker");
            assertThat(with.open(clean).submit(LEAD).reason()).contains("not accepted");
        }
    }

    @Test
    void expressions_run_any_code_only_when_the_host_says_so() {
        FlowDefinition any = accepting(expression("new java.util.ArrayList().size() == 0 && lead.email != null"));
        try (Sluice safe = Sluice.builder().build();
                Sluice trusting = Sluice.builder()
                        .obscenity(ObscenityChecker.NONE)
                        .expressions(TrustedMvel.runningAnyCode())
                        .build()) {
            assertThatThrownBy(() -> safe.open(any))
                    .isInstanceOf(InvalidFlowException.class)
                    .hasMessageContaining("expression");
            assertThat(trusting.check(any)).isEmpty();
            assertThat(trusting.open(any).submit(LEAD).outcome()).isEqualTo(Outcome.SUCCESS);
        }
    }
}
