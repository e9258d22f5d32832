package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.lists.Lists;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueValuesTest {
    private static long winners(Store store, int callers) {
        Lists lists = Sluice.builder().store(store).build().lists();
        List<Boolean> unique = Race.run(callers, i -> () -> lists.isUnique("seen", "john@example.com"));
        return unique.stream().filter(each -> each).count();
    }

    @Test
    void of_sixty_four_callers_at_once_one_is_told_that_its_value_is_new() {
        for (int round = 0; round < 50; round++) {
            assertThat(winners(MemoryStore.create(), 64)).isEqualTo(1);
        }
    }

    @Test
    void a_store_that_lets_go_of_what_it_read_is_found_out() {
        assertThat(winners(new RacyStore(), 2)).isEqualTo(2);
    }
}
