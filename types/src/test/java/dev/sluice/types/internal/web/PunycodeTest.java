package dev.sluice.types.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ASCII form of international labels is the one that the JDK gives too. */
class PunycodeTest {
    private static final String LETTERS = "abc-19\u00fc\u00f1\u00e9\u0431\u044f\u03b1\u4f8b\u3048\u30a2\uac00\u0e01";

    static Stream<Long> seeds() {
        return Stream.of(Long.getLong("seed", 20261121L));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_the_jdk(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("sluice.samples", 5_000); i++) {
            StringBuilder label = new StringBuilder("x");
            int length = 1 + random.nextInt(14);
            for (int j = 0; j < length; j++) {
                label.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            StringBuilder ascii = new StringBuilder();

            assertThat(Punycode.append(ascii, label.toString())).isTrue();
            assertThat(ascii.toString()).isEqualTo(IDN.toASCII(label.toString(), IDN.ALLOW_UNASSIGNED));
            if (ascii.toString().startsWith(Punycode.PREFIX)) {
                assertThat(PunycodeReader.decoded(ascii.substring(Punycode.PREFIX.length())))
                        .isEqualTo(label.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bcher-kva, b\u00fccher",
        "ls8h, \ud83d\udca9",
        "80ak6aa92e, \u0430\u0440\u0440\u04cf\u0435",
        "fiqs8s, \u4e2d\u56fd",
        "8ca, \u00e8",
        "a, \u0080"
    })
    void reads_what_stands_for_an_international_label(String encoded, String label) {
        assertThat(PunycodeReader.decoded(encoded)).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-8ca", "abc-", "kva-", "9", "zzzzzz", "99999999", "B\u00fccher", "a_a"})
    void what_stands_for_nothing_is_not_read(String encoded) {
        assertThat(PunycodeReader.decoded(encoded)).isNull();
    }
}
