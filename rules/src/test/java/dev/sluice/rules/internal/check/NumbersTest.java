package dev.sluice.rules.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "5;5",
                "0;0",
                "9;9",
                " 5\t;5",
                "007;7",
                "-5.25;-5.25",
                "+5;5",
                ".5;0.5",
                "5.;5",
                "-.5;-0.5",
                "1,234;1234",
                "12,345.67;12345.67",
                "123,456;123456",
                "1,234,567.8;1234567.8",
                "$5;5",
                "$ 5;5",
                "$  5;5",
                "-$5;-5",
                "$-5;-5",
                "$ -5;-5",
                "+$5;5",
                "5$;5",
                "5 $;5",
                "5  €;5",
                "-5 €;-5",
                "€1;1",
                "£2;2",
                "¥3;3",
                "₹4;4",
                "123456789012345678;123456789012345678",
                "1234567890123456789;1234567890123456789",
                "1,234,567,890,123,456,789.50;1234567890123456789.50",
            })
    void what_looks_like_a_number_is_one(String text, BigDecimal number) {
        assertThat(Numbers.of(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                "$",
                "€",
                ".",
                ",",
                "-.",
                "$.",
                "--5",
                "+-5",
                "- 5",
                "-$-5",
                "$$5",
                "$5$",
                "$5 €",
                "5$$",
                "5-",
                "5 5",
                "1,23",
                "1,2345",
                "12,34",
                "1234,567",
                ",123",
                "1,,234",
                "1,234,",
                "1,234,56",
                "1,23.4",
                "1.2.3",
                "1.2,345",
                "1,234.5,6",
                "1e5",
                "0x10",
                "12a",
                "a12",
                "5/2",
                ":",
                "/",
                "five"
            })
    void anything_else_is_text(String text) {
        assertThat(Numbers.of(text)).isNull();
    }

    @Test
    void a_number_has_at_most_64_characters() {
        assertThat(Numbers.of("  " + "1".repeat(64) + " ")).isEqualByComparingTo("1".repeat(64));
        assertThat(Numbers.of("1".repeat(65))).isNull();
    }

    @Test
    void a_part_of_a_text_is_read_alone() {
        assertThat(Numbers.of("12-34", 0, 2)).isEqualByComparingTo("12");
        assertThat(Numbers.of("12-34", 3, 5)).isEqualByComparingTo("34");
        assertThat(Numbers.of("12 - 34", 0, 3)).isEqualByComparingTo("12");
        assertThat(Numbers.of("12", 1, 1)).isNull();
    }
}
