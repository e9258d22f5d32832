package dev.sluice.rules.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoughtTest {

    @ParameterizedTest(name = "{0} has {1}: {2}")
    @CsvSource({
        "Hello World, world, true",
        "Hello World, hello, true",
        "HELLO, o, true",
        "HELLO, lo, true",
        "HELLO, low, false",
        "HE, hello, false",
        "hel, hello, false",
        "aAb, ab, true",
        "grün ÄPFEL, äpfel, true",
        "ÄPFE, äpfel, false",
        "ſee, se, true",
        "xy, z, false",
        "K, k, true",
        "AAB, aab, true",
        "z, z, true",
        "'a', 'ä', false"
    })
    void a_part_is_found_in_any_case(String text, String part, boolean found) {
        assertThat(new Sought(part).isIn(text)).isEqualTo(found);
    }

    @Test
    void long_texts_are_found_like_short_ones() {
        Random random = new Random(1);
        int found = 0;
        for (int i = 0; i < 4_000; i++) {
            String part = text(random, 1 + random.nextInt(40));
            int from = random.nextInt(part.length());
            String near = text(random, 3) + part.substring(0, from) + text(random, 2) + part.substring(from);
            boolean expected = near.contains(part);
            found += expected ? 1 : 0;

            assertThat(new Sought(part).isIn(near)).as("%s in %s", part, near).isEqualTo(expected);
            assertThat(new Sought(part.toUpperCase(java.util.Locale.ROOT)).isIn(near))
                    .isEqualTo(expected);
            assertThat(new Sought(part).isIn(near.toUpperCase(java.util.Locale.ROOT)))
                    .isEqualTo(expected);
            assertThat(new Sought(part).isIn(part + near)).isTrue();
        }
        assertThat(found).isBetween(100, 3_900);
    }

    /** Few different characters, so that much nearly fits. */
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(5) == 0 ? 'b' : 'a');
        }
        return text.toString();
    }
}
