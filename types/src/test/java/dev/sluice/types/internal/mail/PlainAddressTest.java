package dev.sluice.types.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.EmailValidator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fast way for addresses agrees with the whole grammar, and both with Commons Validator where that accepts; only bare
 * backslashes, which it lets pass, are not part of an address here.
 */
class PlainAddressTest {
    private static final int SAMPLES = Integer.getInteger("sluice.samples", 20_000);
    private static final String CHARACTERS = "abcXYZ019.-_+@@..\"()<> ,;:[]\\!\u00e9\t";
    private static final String[] DOMAINS = {
        "example.com",
        "Gmail.COM",
        "a.b.co.uk",
        "-x.com",
        "x-.com",
        "x..com",
        ".com",
        "localhost",
        "exa_mple.com",
        "1.2.3.4",
        "[127.0.0.1]",
        "m\u00fcnchen.de",
        "example.com.",
        "a.museum"
    };

    static Stream<Long> seeds() {
        long seed = Long.getLong("seed", 20261121L);
        return Stream.of(seed, seed + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_the_grammar_and_with_the_validator(long seed) {
        Random random = new Random(seed);
        EmailValidator validator = EmailValidator.getInstance(true, true);
        int answered = 0;
        for (int i = 0; i < SAMPLES; i++) {
            String text = address(random);
            Address plain = PlainAddress.read(text);
            Address whole = AddressReader.read(text);
            boolean judged = text.indexOf('\\') < 0 && validator.isValid(text);
            answered += plain == null ? 0 : 1;

            assertThat(plain == null || plain.equals(whole)).as(text).isTrue();
            assertThat(whole != null || !judged)
                    .as("accepted by the validator: %s", text)
                    .isTrue();
        }
        assertThat(answered).isGreaterThan(SAMPLES / 20);
    }

    private static String address(Random random) {
        StringBuilder user = new StringBuilder();
        int length = random.nextInt(8);
        for (int i = 0; i <= length; i++) {
            int range = random.nextInt(4) == 0 ? CHARACTERS.length() : 12;
            user.append(CHARACTERS.charAt(random.nextInt(range)));
        }
        String domain = DOMAINS[random.nextInt(DOMAINS.length)];
        return random.nextInt(20) == 0 ? user.toString() : user + "@" + domain;
    }
}
