package dev.sluice.templates.internal.helper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.templates.internal.number.Numbers;
import dev.sluice.types.At;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Num;
import dev.sluice.types.Parsing;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a number, and which amounts and units of time there are. */
class ValuesTest {
    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "'$1,250.50', 1250.50",
        "'\u20ac 7', 7",
        "'\u00a37', 7",
        "' 1 000\t', 1000",
        "-5, -5",
        "+5, 5",
        ".5, .5",
        "5., 5",
        "0, 0",
        "9, 9"
    })
    void numbers_may_have_currency_signs_and_separators(String text, BigDecimal number) {
        assertThat(Numbers.of(new Text(text))).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", ".", "1.2.3", "5-", "5+5", "1e5", "x", "5x", "/5", ":5", "\u0661"})
    void other_text_is_no_number(String text) {
        assertThat(Numbers.of(new Text(text))).isNull();
    }

    @Test
    void a_number_of_four_hundred_characters_is_the_longest() {
        assertThat(Numbers.of(new Text("9".repeat(400)))).isNotNull();
        assertThat(Numbers.of(new Text("9".repeat(401)))).isNull();
    }

    @Test
    void ranges_count_by_their_average_and_other_values_not_at_all() {
        Parsing parsing = Parsing.at(At.utc(Instant.EPOCH));

        assertThat(Numbers.of(FieldTypes.RANGE.parse(new Text("1-2"), parsing))).isEqualByComparingTo("1.5");
        assertThat(Numbers.of(FieldTypes.NUMBER.parse(new Text("7"), parsing))).isEqualByComparingTo("7");
        assertThat(Numbers.of(Num.of(3))).isEqualByComparingTo("3");
        assertThat(Numbers.of(Value.bool(true))).isNull();
        assertThat(Numbers.of(Value.missing())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', PT0S",
        "' ', PT0S",
        "5s, PT5S",
        "10 sec, PT10S",
        "1 second, PT1S",
        "2 seconds, PT2S",
        "5m, PT5M",
        "5 min, PT5M",
        "1minute, PT1M",
        "9 minutes, PT9M",
        "2h, PT2H",
        "1 hour, PT1H",
        "30 hours, PT30H",
        "1d, PT24H",
        "1 day, PT24H",
        "7 days, PT168H",
        "1w, PT168H",
        "1 week, PT168H",
        "2 weeks, PT336H",
        "999999999s, PT277777H46M39S"
    })
    void amounts_of_time_have_a_number_and_a_unit(String text, String duration) {
        assertThat(Amounts.duration(text)).hasToString(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "5", "5 x", "-5s", "1000000000s", "5ss", "/5s", ":5s"})
    void other_text_is_no_amount(String text) {
        assertThat(Amounts.duration(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "years, Years",
        "Y, Years",
        "month, Months",
        "weeks, Weeks",
        "w, Weeks",
        "Day, Days",
        "d, Days",
        "s, Days",
        "'', Days",
        "hours, Hours",
        "h, Hours",
        "minute, Minutes",
        "mins, Minutes",
        "m, Minutes",
        "seconds, Seconds",
        "sec, Seconds",
        "milliseconds, Millis"
    })
    void units_have_names_and_short_names(String name, String unit) {
        assertThat(Amounts.unitNamed(name)).hasToString(unit);
    }

    @Test
    void there_is_no_other_unit() {
        assertThat(Amounts.unitNamed("fortnight")).isNull();
    }
}
