package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class JsonLimitsTest {
    @Test
    void sixty_four_levels_are_read() {
        assertRead("[".repeat(64) + "]".repeat(64));
        assertRead("{\"a\":".repeat(63) + "{}" + "}".repeat(63));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 500, 1001, 100_000})
    void deeper_nesting_is_refused(int depth) {
        assertRefused("[".repeat(depth) + "]".repeat(depth));
        assertRefused("{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
    }

    @Test
    void nesting_that_never_ends_is_refused() {
        assertRefused("[".repeat(1_000_000));
    }

    @Test
    void texts_and_names_have_their_lengths() {
        assertRead("\"" + "x".repeat(65_536) + "\"");
        assertRefused("\"" + "x".repeat(65_537) + "\"");
        assertRead("{\"" + "x".repeat(256) + "\":1}");
        assertRefused("{\"" + "x".repeat(257) + "\":1}");
        assertRefused("{\"" + "x".repeat(50_001) + "\":1}");
    }

    @Test
    void numbers_have_their_lengths_and_exponents() {
        assertRead("9".repeat(100));
        assertRefused("9".repeat(101));
        assertRefused("9".repeat(1_000_000));
        assertRead("1e1000");
        assertRefused("1e1001");
        assertRefused("1e-1001");
        assertRefused("1e1000000000");
        assertRefused("1e-1000000000");
        assertRefused("1e99999999999999999999");
    }

    @Test
    void objects_have_their_members() {
        assertRead(members(500));
        assertRefused(members(501));
        assertRefused(members(50_000));
    }

    @Test
    void names_that_collide_cost_no_more_than_others() {
        String colliding = IntStream.range(0, 1 << 15)
                .mapToObj(JsonLimitsTest::collidingName)
                .map(name -> "\"" + name + "\":1")
                .collect(Collectors.joining(",", "{", "}"));

        assertRefused(colliding);
    }

    @Test
    void documents_have_their_length() {
        assertRead("1" + " ".repeat(1024 * 1024 - 1));
        assertRefused("1" + " ".repeat(1024 * 1024));
        assertRefused("[" + "0,".repeat(10_000_000) + "0]");
        assertRefused("[" + "0,".repeat(60_000) + "0]");
    }

    @Test
    void a_lead_may_hold_values_of_a_mebibyte() {
        assertThat(ValueJson.read("\"" + "x".repeat(1024 * 1024) + "\"").text()).hasSize(1024 * 1024);
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> ValueJson.read("\"" + "x".repeat(1024 * 1024 + 1) + "\""))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("json_limit"));
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"n" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
    }

    private static String collidingName(int bits) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            name.append((bits >> i & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    private static void assertRead(String json) {
        assertThat(ValueJson.read(json, JsonLimits.definition())).isNotNull();
    }

    private static void assertRefused(String json) {
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> ValueJson.read(json, JsonLimits.definition()))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("json_limit"))
                .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(200));
    }
}
