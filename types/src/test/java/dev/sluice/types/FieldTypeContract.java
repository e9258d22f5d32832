package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/**
 * What every field type promises. Extend it with your type and some values it accepts; run it with your tests.
 *
 * <p>The type must never throw, whatever comes; it must read its own normal form as the same value; its masked form must
 * show nothing of a value; and it must give the same answer whatever the platform's default locale and zone.
 */
abstract class FieldTypeContract {
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));
    private static final String[] LOCALES = {"en-US", "tr-TR", "ar-EG-u-nu-arab", "de-DE", "th-TH-u-ca-buddhist-nu-thai"
    };
    private static final String[] ZONES = {"UTC", "Asia/Kathmandu", "Pacific/Apia"};

    /** The type under test. */
    protected abstract FieldType type();

    /** Texts that the type accepts; at least one. */
    protected abstract List<String> accepted();

    @Test
    void never_throws_and_keeps_what_was_given() {
        for (Value input : inputs()) {
            Typed typed = type().parse(input, PARSING);

            assertThat(typed.type()).isEqualTo(type());
            assertThat(typed.normal().isMissing())
                    .as("%s: normal form", input.text())
                    .isFalse();
            assertThat(typed.raw().isAbsent()).as("%s: raw", input.text()).isFalse();
            assertThat(typed.valid()).isEqualTo(typed.problem().isEmpty());
        }
    }

    @Test
    void accepts_its_examples() {
        for (String text : accepted()) {
            assertThat(type().parse(new Text(text), PARSING).valid()).as(text).isTrue();
        }
    }

    @Test
    void reads_its_own_normal_form_as_the_same_value() {
        for (Value input : inputs()) {
            Typed once = type().parse(input, PARSING);
            if (once.valid()) {
                Typed again = type().parse(once.normal(), PARSING);

                assertThat(again.valid())
                        .as("%s: normal form valid", input.text())
                        .isTrue();
                assertThat(again.normal()).as("%s: normal form", input.text()).isEqualTo(once.normal());
            }
        }
    }

    @Test
    void reading_a_typed_value_again_changes_nothing() {
        for (Value input : inputs()) {
            Typed once = type().parse(input, PARSING);

            assertThat(type().read(once, PARSING)).isSameAs(once);
        }
    }

    @Test
    void components_are_those_that_the_type_names() {
        for (Value input : inputs()) {
            Typed typed = type().parse(input, PARSING);

            for (int i = 0; i < type().parts().size(); i++) {
                assertThat(typed.part(type().parts().name(i))).isEqualTo(typed.component(i));
            }
            type().aliases()
                    .forEach((alias, name) -> assertThat(typed.part(alias)).isEqualTo(typed.part(name)));
        }
    }

    @Test
    void masked_form_shows_nothing() {
        for (Value input : inputs()) {
            Typed typed = type().parse(input, PARSING);
            Typed masked = type().mask(typed);

            assertThat(masked.masked()).isTrue();
            assertThat(masked.valid()).isEqualTo(typed.valid());
            assertHidden(masked.raw(), typed.raw());
            assertHidden(masked.normal(), typed.normal());
            for (int i = 0; i < type().parts().size(); i++) {
                assertHidden(masked.component(i), typed.component(i));
            }
        }
    }

    /** Nothing but stars, unless the type has chosen what may be seen: then at most four digits in a row. */
    private static void assertHidden(Value masked, Value shown) {
        String text = masked.text();
        assertThat(longestCommon(text, shown.text())).as(text).isLessThanOrEqualTo(4);
    }

    private static int longestCommon(String masked, String shown) {
        String visible = masked.replaceAll("[*\\s/]+", " ");
        int longest = 0;
        for (String word : visible.split(" ")) {
            longest = shown.contains(word) ? Math.max(longest, word.length()) : longest;
        }
        return longest;
    }

    @Test
    void answers_the_same_under_every_default_locale_and_zone() {
        List<Typed> expected = parseAll();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String language : LOCALES) {
                for (String id : ZONES) {
                    Locale.setDefault(Locale.forLanguageTag(language));
                    TimeZone.setDefault(TimeZone.getTimeZone(id));
                    assertThat(parseAll()).as("%s, %s", language, id).isEqualTo(expected);
                }
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private List<Typed> parseAll() {
        return inputs().stream().map(input -> type().parse(input, PARSING)).toList();
    }

    @Test
    void work_stays_proportional_to_the_input() {
        for (String text :
                List.of("9", "a", ".", "-", "(", "1 ", "a.", "@", "\"", "\u0661", "\ud800", "/", "1,", "%41", "x:")) {
            Value long1 = new Text(text.repeat(1_000_000 / text.length()));

            assertThatCode(() -> type().parse(long1, PARSING)).as(text).doesNotThrowAnyException();
        }
    }

    private List<Value> inputs() {
        List<Value> inputs = new ArrayList<>();
        accepted().forEach(text -> inputs.add(new Text(text)));
        Nasties.texts().forEach(text -> inputs.add(new Text(text)));
        inputs.addAll(Nasties.others());
        return inputs;
    }
}
