package dev.sluice.types.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fast way for web addresses accepts, the standard's way would give back unchanged. */
class PlainUrlTest {
    private static final int SAMPLES = Integer.getInteger("sluice.samples", 20_000);
    private static final String[] PIECES = {
        "http://",
        "https://",
        "HTTP://",
        "http:/",
        "example.com",
        "a",
        ".",
        "..",
        "/",
        "/",
        "?",
        "#",
        "&",
        "=",
        "%2e",
        "%",
        "a.b-c",
        "-",
        "1",
        "127.0.0.1",
        "0x7f",
        "xn--a",
        "xn--mnchen-3ya",
        ":80",
        ":",
        "@",
        "\\",
        " ",
        "\t",
        "'",
        "\u00e9",
        "x=1",
        "_",
        "~",
        "A",
        "com",
        ".com",
        "a+b",
        ","
    };

    static Stream<Long> seeds() {
        long seed = Long.getLong("seed", 20261121L);
        return Stream.of(seed, seed + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_the_standard(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < SAMPLES; i++) {
            String text = text(random);
            if (PlainUrl.is(text)) {
                accepted++;
                WebAddress address = UrlReader.read(text);
                assertThat(address).as(text).isNotNull();
                assertThat(address.text()).isEqualTo(text);
            }
        }
        assertThat(accepted).isGreaterThan(SAMPLES / 100);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(10) == 0 ? "" : PIECES[random.nextInt(2)]);
        text.append(random.nextInt(3) == 0 ? "" : "shop.example.com/");
        int pieces = random.nextInt(7);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/",
                "http://localhost/",
                "http://a.co/b/c.html",
                "https://thorny-dusk.net/quote?utm_source=bing",
                "https://example.com/a//b_c~d=e&f+g,h?x=%20&t=1:2/3.4",
                "https://9a.x9/0?A"
            })
    void usual_addresses_go_the_fast_way(String text) {
        assertThat(PlainUrl.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https:///",
                "ftp://example.com/",
                "https://example.com",
                "https://Example.com/",
                "https://example.com./",
                "https://example.9/",
                "https://example.0xa/",
                "https://9/",
                "https://-a.com/",
                "https://a..com/",
                "https://a@b.com/",
                "https://a.com:80/",
                "https://example.com/a/./b",
                "https://example.com/.",
                "https://example.com/%2e/",
                "https://example.com/?",
                "https://example.com/a#b",
                "https://example.com/a?b?c",
                "https://example.com/a?b'c",
                "https://example.com/\u00e9",
                "https://example.com/?\u00e9",
                "https://example.com/a b"
            })
    void everything_else_is_left_to_the_standard(String text) {
        assertThat(PlainUrl.is(text)).isFalse();
    }
}
