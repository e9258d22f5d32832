package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void every_limit_is_at_least_one() {
        assertThat(new Limits(1, 1, 1, 1, 1).depth()).isEqualTo(1);
        int[][] wrong = {{0, 1, 1, 1, 1}, {1, 0, 1, 1, 1}, {1, 1, 0, 1, 1}, {1, 1, 1, 0, 1}, {1, 1, 1, 1, 0}};
        for (int[] limits : wrong) {
            assertThatThrownBy(() -> new Limits(limits[0], limits[1], limits[2], limits[3], limits[4]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_defaults_are_those_that_are_written_down() {
        assertThat(Limits.standard()).isEqualTo(new Limits(65_536, 32, 1_000, 100_000, 1_048_576));
    }
}
