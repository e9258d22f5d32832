package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedViewTest {
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));

    @ParameterizedTest
    @CsvSource({
        "email, John@Example.com, j***@example.com",
        "email, not-an-email, ********",
        "phone, (512) 789-4567, XXX-XXX-4567",
        "phone, 512-789-4567 x99, XXX-XXX-4567",
        "phone, +44 20 7946 0958, XXX-XXX-0958",
        "phone, n/a, XXX-XXX-XXXX",
        "ssn, 123-45-6789, XXX-XX-6789",
        "ssn, 12, XXX-XX-XXXX",
        "first_name, John, J.",
        "last_name, Doe, D.",
        "dob, 1985-06-15, **/**/1985",
        "dob, garbage, *******",
        "street, 1 Elm, *****",
        "credential, a very long secret, ********",
        "string, '', ''"
    })
    void shows_enough_to_recognise_and_too_little_to_use(String type, String text, String shown) {
        FieldType known = FieldTypes.standard().named(type).orElseThrow();

        assertThat(MaskedView.of(known.parse(new Text(text), PARSING))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"ssn, 123-45-6789, *********", "dob, 1985-06-15, **/**/1985"})
    void a_masked_value_is_shown_as_it_is(String type, String text, String shown) {
        Typed typed = FieldTypes.standard().named(type).orElseThrow().parse(new Text(text), PARSING);

        assertThat(MaskedView.of(typed.type().mask(typed))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "email, John@Example.com, ****.com",
        "phone, (512) 789-4567, ****4567",
        "phone, 512-789-4567 x99, ****4567",
        "phone, n/a, ****",
        "ssn, 123-45-6789, ****6789",
        "first_name, John, ****",
        "street, 1 Elm Rd, ****m Rd",
        "street, 1 ElmRd, ****",
        "credential, key_live_1234, ****1234",
        "credential, 1234567\uD83D\uDE42890, ****890",
        "string, '', ''"
    })
    void the_last_four_of_what_is_long_enough_are_shown_on_request(String type, String text, String shown) {
        FieldType known = FieldTypes.standard().named(type).orElseThrow();

        assertThat(MaskedView.of(known.parse(new Text(text), PARSING), MaskStyle.LAST_FOUR))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"J", "john@example.com", "a very long text that says a lot"})
    void stars_do_not_tell_what_they_hide_nor_how_long_it_is(String text) {
        Typed email = FieldTypes.EMAIL.parse(new Text(text), PARSING);

        assertThat(MaskedView.of(email, MaskStyle.FULL)).isEqualTo("********");
        assertThat(MaskedView.of(new Text(text), MaskStyle.FULL)).isEqualTo("********");
        assertThat(MaskedView.of(email, MaskStyle.REMOVE)).isEmpty();
        assertThat(MaskedView.of(Null.NULL, MaskStyle.FULL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc, ***", "a much longer text, ********"})
    void plain_text_shows_its_length_at_most(String text, String shown) {
        assertThat(MaskedView.of(new Text(text))).isEqualTo(shown);
        assertThat(MaskedView.of(Missing.MISSING)).isEmpty();
    }
}
