package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedMvelTest {
    private final Leads leads = new Leads();
    private final Rules trusting = leads.rules().expressions(TrustedMvel.runningAnyCode());

    @Test
    void a_host_that_asks_for_it_gets_methods() {
        ExpressionProgram program = trusting.expression("lead.name.toUpperCase()");

        assertThat(program.evaluate(leads.scope(Map.of("lead", Map.of("name", "ann"))), leads.at())
                        .text())
                .isEqualTo("ANN");
    }

    @Test
    void what_fails_is_missing() {
        ExpressionProgram program = trusting.expression("lead.nobody.toUpperCase()");

        assertThat(program.evaluate(leads.scope(Map.of("lead", Map.of("name", "ann"))), leads.at())
                        .isMissing())
                .isTrue();
    }

    @Test
    void what_is_no_mvel_is_refused() {
        assertThatThrownBy(() -> trusting.expression("lead.name == (")).isInstanceOf(ExpressionException.class);
    }

    @Test
    void without_asking_methods_are_refused() {
        assertThatThrownBy(() -> leads.rules().expression("lead.name.toUpperCase()"))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("methods cannot be called");
    }
}
