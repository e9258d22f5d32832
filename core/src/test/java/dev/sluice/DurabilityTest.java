package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.Durability;
import org.junit.jupiter.api.Test;

class DurabilityTest {
    @Test
    void a_store_that_promises_less_than_is_demanded_is_refused() {
        assertThatThrownBy(() -> Sluice.builder().durability(Durability.SYNCED).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MEMORY")
                .hasMessageContaining("SYNCED");
    }

    @Test
    void a_store_that_promises_enough_is_taken() {
        try (Sluice sluice = Sluice.builder().durability(Durability.MEMORY).build()) {
            assertThat(sluice).isNotNull();
        }
    }
}
