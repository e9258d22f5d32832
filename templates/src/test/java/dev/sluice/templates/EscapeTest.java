package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EscapeTest {

    @Test
    void none_changes_nothing() {
        assertThat(Escape.NONE.apply("<a&\"'>")).isEqualTo("<a&\"'>");
    }

    @Test
    void html() {
        assertThat(Escape.HTML.apply("a<b>&\"'`=/\u00eb")).isEqualTo("a&lt;b&gt;&amp;&quot;&#x27;&#x60;&#x3D;/\u00eb");
        assertThat(Escape.HTML.apply("\ud83d")).isEqualTo("\ud83d");
    }

    @Test
    void json() {
        assertThat(Escape.JSON.apply("a\"\\/\b\f\n\r\t\u0001\u001f\u007f\u2028"))
                .isEqualTo("a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007f\u2028");
        assertThat(Escape.JSON.apply("x\ud83dy\ude80\ud83d\ude80\ud83d"))
                .isEqualTo("x\\ud83dy\\ude80\ud83d\ude80\\ud83d");
    }

    @Test
    void xml() {
        assertThat(Escape.XML.apply("a<b>&\"'\t\n\u0000\u0008\uffff\ufffe\ud800 \ud83d\ude80"))
                .isEqualTo("a&lt;b&gt;&amp;&quot;&apos;\t\n\ufffd\ufffd\ufffd\ufffd\ufffd \ud83d\ude80");
    }

    @Test
    void url() {
        assertThat(Escape.URL.apply("aZ09-._~ +&=/?'\u00eb\u65e5\ud83d\ude80\ud800"))
                .isEqualTo("aZ09-._~%20%2B%26%3D%2F%3F%27%C3%AB%E6%97%A5%F0%9F%9A%80%EF%BF%BD");
    }

    @Test
    void csv() {
        assertThat(Escape.CSV.apply("plain text")).isEqualTo("plain text");
        assertThat(Escape.CSV.apply("a,b")).isEqualTo("\"a,b\"");
        assertThat(Escape.CSV.apply("say \"x\"")).isEqualTo("\"say \"\"x\"\"\"");
        assertThat(Escape.CSV.apply("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(Escape.CSV.apply("a\rb")).isEqualTo("\"a\rb\"");
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_was_escaped_can_be_read_back(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        random.ints(60, 0, 0x500).filter(c -> random.nextBoolean()).forEach(text::appendCodePoint);
        random.ints(5, 0x10000, 0x1ffff).forEach(text::appendCodePoint);

        assertThat(Json.read("\"" + Escape.JSON.apply(text.toString()) + "\"").textValue())
                .isEqualTo(text.toString());
        assertThat(URLDecoder.decode(Escape.URL.apply(text.toString()), StandardCharsets.UTF_8))
                .isEqualTo(text.toString());
    }
}
