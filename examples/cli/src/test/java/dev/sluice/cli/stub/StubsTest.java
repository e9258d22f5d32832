package dev.sluice.cli.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.Time;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.types.Lead;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StubsTest {

    @Test
    void a_buyer_takes_about_the_share_that_it_is_told_to_and_always_the_same_leads() {
        List<Outcome> first = outcomes("{\"accept\": 70}");

        assertThat(first.stream().filter(Outcome.SUCCESS::equals).count()).isBetween(1_320L, 1_480L);
        assertThat(outcomes("{\"accept\": 70}")).isEqualTo(first);
        assertThat(outcomes("{\"accept\": 0}")).containsOnly(Outcome.FAILURE);
        assertThat(outcomes("{}")).containsOnly(Outcome.SUCCESS);
        assertThat(outcomes("{\"errors\": 100}")).containsOnly(Outcome.ERROR);
    }

    @Test
    void a_buyer_refuses_what_it_is_told_to_refuse_with_the_reason() {
        Flow flow = flow(
                "{\"reject\": [{\"field\": \"amount\", \"below\": 10, \"reason\": \"Too small\"},"
                        + " {\"field\": \"state\", \"in\": [\"NY\"]}, {\"field\": \"phone\", \"blank\": true, \"reason\": \"No phone\"}]}");

        assertThat(reason(flow, 5, "TX", "1")).isEqualTo("Too small");
        assertThat(reason(flow, 50, "NY", "1")).isEqualTo("Refused");
        assertThat(reason(flow, 50, "TX", "")).isEqualTo("No phone");
        assertThat(reason(flow, 50, "TX", "1")).isEmpty();
    }

    private static String reason(Flow flow, int amount, String state, String phone) {
        Lead lead = Lead.from("s").with("amount", amount).with("state", state).with("phone", phone);
        return flow.submit(lead).deliveries().get(0).reason().orElse("");
    }

    private static List<Outcome> outcomes(String config) {
        Flow flow = flow(config);
        return IntStream.range(0, 2_000)
                .mapToObj(i -> flow.submit(Lead.from("s").with("amount", i)))
                .map(Submission::deliveries)
                .map(deliveries -> deliveries.get(0).outcome())
                .toList();
    }

    private static Flow flow(String config) {
        String json = """
                {"id": "f", "sources": [{"id": "s"}],
                 "fields": [{"id": "amount", "type": "number"}, {"id": "state", "type": "state"}, {"id": "phone", "type": "string"}],
                 "steps": [{"id": "b", "type": "recipient", "plugin": "stub", "config": %s, "mappings": [
                   {"property": "amount", "value": "{{lead.amount}}"}, {"property": "state", "value": "{{lead.state}}"},
                   {"property": "phone", "value": "{{lead.phone}}"}]}]}
                """.formatted(config);
        return Stubs.wire(Sluice.builder(), Time.system(), List.of()).build().open(FlowDefinition.read(json));
    }
}
