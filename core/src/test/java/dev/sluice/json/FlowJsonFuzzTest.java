package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.InvalidFlowException;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.check.FlowChecks;
import dev.sluice.rules.Finding;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class FlowJsonFuzzTest {
    private static final String BYTES = "{}[]\",:\\ 0-1eE.tfn\n\u0000\ud800x";

    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.range(1000, 1100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_text_is_a_definition_or_has_findings(long seed) {
        Random random = new Random(seed);
        String json = new Definitions(seed).flow().toJson();
        for (int i = 0; i < 50; i++) {
            String garbled = garble(json, random);
            assertThat(findings(garbled)).as(garbled).allSatisfy(finding -> assertThat(finding.text())
                    .isNotBlank());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void checks_have_an_answer_for_every_definition(long seed) {
        FlowDefinition flow = new Definitions(seed).flow();

        assertThatCode(() -> FlowChecks.standard().check(flow)).doesNotThrowAnyException();
    }

    private static List<Finding> findings(String json) {
        try {
            FlowJson.read(json);
            return List.of();
        } catch (InvalidFlowException invalid) {
            assertThat(invalid.findings()).isNotEmpty();
            return invalid.findings();
        }
    }

    private static String garble(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setLength(Math.max(1, at));
                case 1 -> text.setCharAt(at, BYTES.charAt(random.nextInt(BYTES.length())));
                default -> text.insert(at, BYTES.charAt(random.nextInt(BYTES.length())));
            }
        }
        return text.toString();
    }
}
