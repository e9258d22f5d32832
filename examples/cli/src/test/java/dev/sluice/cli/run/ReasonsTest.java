package dev.sluice.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.run.Reasons.Count;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private final Reasons reasons = new Reasons();

    @Test
    void reasons_that_differ_in_numbers_only_count_as_one() {
        reasons.add("Daily cap reached (50/50)");
        reasons.add("Daily cap reached (100/100)");
        reasons.add("No consent");

        assertThat(reasons.all()).containsExactly(new Count("Daily cap reached (#/#)", 2), new Count("No consent", 1));
    }

    @Test
    void a_reason_that_is_always_the_same_keeps_its_numbers() {
        reasons.add("Amount must be greater than 100000");
        reasons.add("Amount must be greater than 100000");

        assertThat(reasons.all()).containsExactly(new Count("Amount must be greater than 100000", 2));
    }
}
