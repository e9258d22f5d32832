package dev.sluice.types.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Num;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast way for numbers agrees with decimal arithmetic on what is left without currency signs and commas. */
class PlainNumberTest {
    private static final String CHARACTERS = "0123456789.,-$ e";

    static Stream<Long> seeds() {
        return Stream.of(Long.getLong("seed", 20261121L));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_decimal_arithmetic(long seed) {
        Random random = new Random(seed);
        int samples = Integer.getInteger("sluice.samples", 50_000);
        int answered = 0;
        for (int i = 0; i < samples; i++) {
            String text = text(random);
            Num number = PlainNumber.read(text);
            if (number != null) {
                answered++;
                BigDecimal exact = new BigDecimal(text.replace(",", "").replace("$", ""));
                assertThat(number.value()).as(text).isEqualByComparingTo(exact);
            }
        }
        assertThat(answered).isGreaterThan(samples / 10);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(9);
        for (int i = 0; i < length; i++) {
            int range = random.nextInt(5) == 0 ? CHARACTERS.length() : 10;
            text.append(CHARACTERS.charAt(random.nextInt(range)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "$", ".", "1,5", "1,23", "12,3456", ",123", "1,234,5", "1.2.3", "1e5", " 1", "1-", "1,.5",
                "1,23.5"
            })
    void leaves_everything_else_alone(String text) {
        assertThat(PlainNumber.read(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "$1,234.56", "-5", "-$5", ".5", "5.", "0042", "123,456,789"})
    void reads_the_plain_forms(String text) {
        assertThat(PlainNumber.read(text)).isNotNull();
    }
}
