package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A component that is made by itself is the one that is made with all others. */
class ComponentAloneTest {
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-01-05T15:00:00Z")));

    @ParameterizedTest
    @CsvSource({
        "email, Ana.Lopez@Mail.Example.com",
        "email, info@[192.0.2.1]",
        "email, ana@localhost",
        "phone, (512) 789-1234",
        "phone, 8005551234",
        "phone, +44 20 7946 0958",
        "postal_code, 78704-1234",
        "postal_code, 78704",
        "range, 650 to 699"
    })
    void is_the_one_among_all(String type, String text) {
        FieldType fieldType = FieldTypes.standard().named(type).orElseThrow();
        Typed whole = fieldType.parse(new Text(text), PARSING);
        int parts = fieldType.parts().size();
        for (int i = 0; i < parts; i++) {
            Typed fresh = fieldType.parse(new Text(text), PARSING);
            Value alone = fresh.component(i);
            for (int other = 0; other < parts; other++) {
                whole.component(other);
            }
            assertThat(alone).as(fieldType.parts().name(i)).isEqualTo(whole.component(i));
        }
    }
}
