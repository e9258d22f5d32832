package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.caps.CapStatus;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.diff.FlowDifference;
import dev.sluice.types.Lead;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a difference says of counts is what becomes of them when the flow is opened. */
class CapConsequencesTest {
    private static final String CAP = "\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"day\"";
    private static final String FLOW = "{\"id\": \"f\", \"pricing\": {\"prices\": [{\"amount\": 2}]}, \"caps\": [{"
            + CAP + "}], \"sources\": [{\"id\": \"web\"}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\": \"c\", \"maximum\": 8, \"durationUnits\": \"day\"",
                "\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"day\", \"name\": \"C\", \"reason\": \"full\"",
                "\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"day\", \"ruleSet\": {\"op\": \"and\", \"rules\": [{\"lhv\": \"lead.x\", \"op\": \"is blank\"}]}",
                "\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"hour\"",
                "\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"week\"",
                "\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"total\"",
                "\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"day\", \"rolling\": true",
                "\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"day\", \"timeZone\": \"America/New_York\"",
                "\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"day\", \"counts\": \"accepted\"",
                "\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"day\", \"counts\": \"successful\"",
                "\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"day\", \"type\": \"cost\"",
                "\"id\": \"o\", \"maximum\": 9, \"durationUnits\": \"day\", \"ruleSet\": {\"op\": \"and\", \"rules\": [{\"lhv\": \"lead.x\", \"op\": \"is blank\"}]}, \"caps\": [{\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"day\"}]",
                "\"id\": \"o\", \"maximum\": 9, \"durationUnits\": \"day\", \"caps\": [{\"id\": \"c\", \"maximum\": 9, \"durationUnits\": \"day\"}]",
            })
    void a_count_begins_at_0_exactly_when_the_difference_says_so(String cap) {
        FlowDefinition before = FlowDefinition.read(FLOW);
        FlowDefinition after = FlowDefinition.read(FLOW.replace(CAP, cap));
        try (Sluice sluice =
                Sluice.builder().time(new StillTime("2026-03-15T14:30:00Z")).build()) {
            sluice.open(before).submit(Lead.from("web"));

            boolean isZero = count(sluice.open(after)).signum() == 0;

            FlowDifference difference = FlowDifference.between(before, after);
            assertThat(difference.isEmpty()).isEqualTo(before.equals(after));
            assertThat(difference.consequences().stream()
                            .anyMatch(each -> each.name().equals("c")))
                    .as(difference.text())
                    .isEqualTo(isZero);
        }
    }

    private static BigDecimal count(Flow flow) {
        return flow.caps().stream()
                .filter(cap -> cap.id().equals("c"))
                .map(CapStatus::committed)
                .findFirst()
                .orElseThrow();
    }
}
