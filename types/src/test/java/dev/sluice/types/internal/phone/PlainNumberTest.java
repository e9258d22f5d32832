package dev.sluice.types.internal.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast way answers as libphonenumber does, in every component, or not at all. */
class PlainNumberTest {
    private static final PhoneType TYPE = new PhoneType();
    private static final String[] FORMS = {
        "%s%s%s",
        "(%s) %s-%s",
        "%s-%s-%s",
        "%s.%s.%s",
        "%s %s %s",
        "1%s%s%s",
        "+1 %s %s %s",
        "1-%s-%s-%s",
        "+1(%s)%s-%s",
        " (%s) %s %s ",
        "1 (%s) %s-%s",
        "+1.%s.%s.%s",
        "%s-%s%s.",
        "((%s)) %s--%s"
    };

    static Stream<Long> seeds() {
        long seed = Long.getLong("seed", 20261121L);
        return Stream.of(seed, seed + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_the_library_on_random_numbers(long seed) {
        Random random = new Random(seed);
        int samples = Integer.getInteger("sluice.samples", 20_000);
        int answered = 0;
        for (int i = 0; i < samples; i++) {
            Text raw = new Text(randomNumber(random));
            Typed fast = PlainNumber.read(TYPE, raw);
            if (fast != null) {
                answered++;
                Typed slow = PhoneReader.read(TYPE, raw, "US");
                if (!fast.equals(slow)) {
                    assertThat(fast)
                            .as("%s: %s", raw.value(), fast.normal().text())
                            .isEqualTo(slow);
                }
            }
        }
        assertThat(answered).as("share answered").isGreaterThan(samples * 95 / 100);
    }

    /** Half of the numbers from area codes that exist, so that both answers are common. */
    private static String randomNumber(Random random) {
        int area = random.nextBoolean() ? 200 + random.nextInt(800) : 201 + random.nextInt(20);
        String exchange = String.format("%03d", random.nextInt(1000));
        return String.format(
                FORMS[random.nextInt(FORMS.length)], area, exchange, String.format("%04d", random.nextInt(10_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "512",
                "512789111",
                "51278911112",
                "+5127891111",
                "1127891111",
                "0127891111",
                "512-789-1111x5",
                "512-ABC-1111",
                "512/789/1111",
                "\u0665127891111",
                "+44 20 7946 0958",
                "21278911112 ",
                "1 1 512 789 1111",
                "++1 512 789 1111",
                "5127+891111"
            })
    void leaves_everything_else_to_the_library(String text) {
        assertThat(PlainNumber.read(TYPE, new Text(text))).isNull();
    }

    @Test
    void prefixes_that_do_not_decide_go_to_the_library() {
        assertThat(PlainNumber.read(TYPE, new Text("876-606-1234"))).isNull();
    }
}
