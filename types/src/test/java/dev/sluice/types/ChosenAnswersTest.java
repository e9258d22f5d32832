package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each type makes of input that is unusual, ambiguous or wrong: one file of cases for each type. */
class ChosenAnswersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean",
                "date",
                "dob",
                "email",
                "ip",
                "number",
                "phone",
                "postal_code",
                "range",
                "state",
                "time",
                "trustedform_url",
                "url"
            })
    void every_case_comes_out_as_chosen(String type) {
        List<String> wrong = new ArrayList<>();
        Json.lines("/vectors/own/" + type + ".jsonl").forEach(row -> {
            JsonNode actual = Vector.parse(((ObjectNode) row).put("type", type));
            if (!Json.covers(actual, row.get("expect"))) {
                wrong.add(row.get("input") + ": " + ((ObjectNode) actual.deepCopy()).without("raw"));
            }
        });

        assertThat(wrong).isEmpty();
    }
}
