package dev.sluice.types.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.InetAddressValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast way for IPv4 addresses accepts exactly what Commons Validator does, and writes them as IPv6 addresses are written. */
class PlainIpv4Test {
    private static final String[] OCTETS = {
        "0", "1", "9", "10", "99", "100", "199", "249", "255", "256", "00", "01", "-1", "a", ""
    };

    static Stream<Long> seeds() {
        return Stream.of(Long.getLong("seed", 20261121L));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void accepts_what_the_validator_accepts(long seed) {
        Random random = new Random(seed);
        InetAddressValidator validator = InetAddressValidator.getInstance();
        for (int i = 0; i < Integer.getInteger("sluice.samples", 20_000); i++) {
            String text = text(random);
            boolean plain = PlainIpv4.read(text) >= 0;

            assertThat(plain).as(text).isEqualTo(validator.isValidInet4Address(text));
            if (plain) {
                String mapped = PlainIpv4.mapped(PlainIpv4.read(text));
                assertThat(mapped).isEqualTo(Ipv6.canonical("::ffff:" + text));
            }
        }
    }

    private static String text(Random random) {
        int groups = random.nextInt(10) == 0 ? random.nextInt(6) : 4;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups; i++) {
            int range = random.nextInt(8) == 0 ? OCTETS.length : 9;
            text.append(i == 0 ? "" : ".").append(OCTETS[random.nextInt(range)]);
        }
        return text.toString();
    }

    @Test
    void numbers_are_those_of_the_groups() {
        assertThat(PlainIpv4.read("1.2.3.4")).isEqualTo(0x01020304L);
        assertThat(PlainIpv4.read("255.255.255.255")).isEqualTo(0xffffffffL);
        assertThat(PlainIpv4.mapped(0xc6335aa2L)).isEqualTo("::ffff:c633:5aa2");
    }
}
