package dev.sluice.types.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link FieldType} must do. Extend it with the type and some texts that it accepts.
 *
 * <p>The type must never throw, whatever comes, nor take long over a megabyte; it must read its own normal form as the same
 * value; its masked form must show next to nothing of a value; and it must give the same answer whatever the platform's
 * default locale and zone. The tests change these defaults for a moment: do not run others beside them in one process.
 */
public abstract class FieldTypeContract {
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));
    private static final String[] LOCALES = {"en-US", "tr-TR", "ar-EG-u-nu-arab", "de-DE", "th-TH-u-ca-buddhist-nu-thai"
    };
    private static final String[] ZONES = {"UTC", "Asia/Kathmandu", "Pacific/Apia"};

    private static final Pattern NOT_VISIBLE = Pattern.compile("[*\\s/]+");
    private static final int MOST_VISIBLE = 4;

    /** The type under test. */
    protected abstract FieldType type();

    /** Texts that the type accepts; at least one. */
    protected abstract List<String> accepted();

    @Test
    void never_throws_and_keeps_what_was_given() {
        FieldType type = type();
        for (Value input : inputs()) {
            Typed typed = type.parse(input, PARSING);

            assertThat(typed.type()).isSameAs(type);
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
                assertMostlyHidden(masked.component(i), typed.component(i));
            }
        }
    }

    private static void assertHidden(Value masked, Value shown) {
        assertMostlyHidden(masked, shown);
        boolean nothingToHide = NOT_VISIBLE.matcher(shown.text()).replaceAll("").isEmpty();
        assertThat(nothingToHide || !masked.text().equals(shown.text()))
                .as("hides all of a value")
                .isTrue();
    }

    /** A few characters may stay, such as the year of a date. */
    private static void assertMostlyHidden(Value masked, Value shown) {
        int visible = NOT_VISIBLE
                .splitAsStream(masked.text())
                .filter(word -> shown.text().contains(word))
                .mapToInt(String::length)
                .sum();
        assertThat(visible).as("visible characters").isLessThanOrEqualTo(MOST_VISIBLE);
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
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void work_stays_proportional_to_the_input() {
        for (String text :
                List.of("9", "a", ".", "-", "(", "1 ", "a.", "@", "\"", "\u0661", "\ud800", "/", "1,", "%41", "x:")) {
            Value megabyte = new Text(text.repeat(1_000_000 / text.length()));

            assertThatCode(() -> type().parse(megabyte, PARSING)).as(text).doesNotThrowAnyException();
        }
    }

    private List<Value> inputs() {
        List<Value> inputs = new ArrayList<>();
        accepted().forEach(text -> inputs.add(new Text(text)));
        HostileValues.texts().forEach(text -> inputs.add(new Text(text)));
        inputs.addAll(HostileValues.others());
        return inputs;
    }
}
