package dev.sluice.types.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fast way for ranges accepts, it reads as the other does. */
class PlainRangeTest {
    private static final int SAMPLES = Integer.getInteger("sluice.samples", 20_000);
    private static final String[] PIECES = {
        "0",
        "1",
        "9",
        "18",
        "24",
        "100",
        "000",
        "05",
        "999999999",
        "1000000000",
        "-",
        " - ",
        " to ",
        "to",
        " ",
        "--",
        "$",
        "+",
        "2024-01-15",
        " TO ",
        ",",
        "."
    };

    static Stream<Long> seeds() {
        long seed = Long.getLong("seed", 20261121L);
        return Stream.of(seed, seed + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_the_whole_grammar(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < SAMPLES; i++) {
            String text = text(random);
            PlainRange plain = PlainRange.read(text);
            if (plain != null) {
                accepted++;
                Range range = RangeReader.read(EpochDates.replaceIn(text));
                assertThat(range).as(text).isNotNull();
                assertThat(range.isSingle()).as(text).isFalse();
                assertThat(range.text()).as(text).isEqualTo(plain.text());
                assertThat(RangeType.components(range)).as(text).isEqualTo(plain.make());
            }
        }
        assertThat(accepted).isGreaterThan(SAMPLES / 100);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : random.nextInt(2000) + " to ");
        int pieces = 1 + random.nextInt(4);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"18-24", "0-5", "25000 to 35000", "650 - 699", "9-1", "999999999-0", "5-5"})
    void usual_ranges_go_the_fast_way(String text) {
        assertThat(PlainRange.read(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "5",
                "5-",
                "-5",
                "5 to ",
                "5--6",
                "05-6",
                "5-06",
                "1000000000-5",
                "5-1000000000",
                "5-6-7",
                "5 to 6 ",
                " 5-6",
                "5 -6",
                "a-b",
                "$5-6"
            })
    void everything_else_is_left_to_the_grammar(String text) {
        assertThat(PlainRange.read(text)).isNull();
    }
}
