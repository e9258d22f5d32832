package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlatMapTest {
    /** Few hashes, so that many keys want one place, and those before and behind the end of the array. */
    private record Key(int number) {
        @Override
        public int hashCode() {
            return number % 7 - 3;
        }
    }

    @Test
    void it_says_what_any_other_map_says() {
        for (long seed = 1; seed <= 200; seed++) {
            Random chance = new Random(seed);
            Map<Key, Integer> flat = new FlatMap<>((int) (seed % 40));
            Map<Key, Integer> other = new HashMap<>();
            for (int i = 0; i < 400; i++) {
                Key key = new Key(chance.nextInt(1 + (int) (seed % 60)));
                if (chance.nextInt(3) == 0) {
                    assertThat(flat.remove(key)).as("seed %s", seed).isEqualTo(other.remove(key));
                } else {
                    assertThat(flat.put(key, i)).as("seed %s", seed).isEqualTo(other.put(key, i));
                }
                Key asked = new Key(chance.nextInt(60));
                assertThat(flat.get(asked)).as("seed %s", seed).isEqualTo(other.get(asked));
                assertThat(flat.containsKey(asked)).isEqualTo(other.containsKey(asked));
                assertThat(flat).hasSameSizeAs(other);
            }
            assertThat(flat).as("seed %s", seed).isEqualTo(other);
        }
    }

    @Test
    void it_finds_all_of_many() {
        Map<StreamId, Integer> flat = new FlatMap<>();
        for (int i = 0; i < 20_000; i++) {
            flat.put(new StreamId("acme", "lead_" + i), i);
        }
        for (int i = 0; i < 20_000; i += 2) {
            flat.remove(new StreamId("acme", "lead_" + i));
        }
        assertThat(flat).hasSize(10_000);
        for (int i = 0; i < 20_000; i++) {
            assertThat(flat.get(new StreamId("acme", "lead_" + i))).isEqualTo(i % 2 == 0 ? null : (Integer) i);
        }
    }
}
