package dev.sluice.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiddenWordsTest {
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));
    private static final HiddenWords WORDS = HiddenWords.of(
            Set.of("promo"),
            Obj.EMPTY
                    .with("email", typed(FieldTypes.EMAIL, "Canary@Example.com"))
                    .with("phone_1", typed(FieldTypes.PHONE, "(512) 789-1234"))
                    .with("state", typed(FieldTypes.STATE, "Texas"))
                    .with("promo", typed(FieldTypes.STATE, "Nevada")),
            Map.of(
                    "st", Value.text("Texas"),
                    "nickname", Value.text("Birdie of Austin"),
                    "answer", Value.text("yes")));

    private static Value typed(FieldType type, String text) {
        return type.parse(Value.text(text), PARSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "canary@example.com is a duplicate | *** is a duplicate",
                "Duplicate:CANARY@EXAMPLE.COM! | Duplicate:***!",
                "call +1 512 789 1234 later | call *** later",
                "5127891234 known, 512-789-1234 too | *** known, *** too",
                "no lead for birdie of austin | no lead for ***",
                "\u0130\u015f: canary@example.com of Birdie of Austin | \u0130\u015f: *** of ***",
                "promo Nevada is over | promo *** is over",
                "State Texas is not served, yes | State Texas is not served, yes",
                "Daily cap reached (100/100) | Daily cap reached (100/100)",
                "error 5127 on 2026-03-15 | error 5127 on 2026-03-15",
                "notcanary@example.community | notcanary@example.community",
            })
    void what_is_personal_goes_and_the_rest_stays(String text, String shown) {
        assertThat(WORDS.out(text)).isEqualTo(shown);
    }

    @Test
    void nothing_is_hidden_of_an_empty_lead() {
        assertThat(HiddenWords.of(Set.of(), Obj.EMPTY, Map.of()).out("canary@example.com"))
                .isEqualTo("canary@example.com");
    }
}
