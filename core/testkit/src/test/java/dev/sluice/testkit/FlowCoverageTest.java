package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.testkit.flow.FlowTester;
import dev.sluice.types.Lead;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Rules of the gates, of a source, of steps and of recipients are reached one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlowCoverageTest {
    private static final FlowDefinition FLOW = FlowDefinition.read("""
        {"id": "f", "fields": [{"id": "state", "type": "state", "pii": "none"}, {"id": "email", "type": "email", "required": true}],
         "acceptanceCriteria": {"ruleSet": {"op": "or", "rules": [
           {"lhv": "lead.state", "op": "is equal to", "rhv": "TX"}, {"lhv": "lead.state", "op": "is equal to", "rhv": "CA"}]}},
         "duplicateCheck": {"fields": ["email"], "window": {"value": 30, "interval": "day"}},
         "caps": [{"id": "day", "maximum": 3, "durationUnits": "day"}],
         "sources": [{"id": "web", "acceptanceCriteria": {"ruleSet": {"name": "not blocked", "op": "and", "rules": [
           {"lhv": "lead.email", "op": "is not equal to", "rhv": "blocked@example.com"}]}}}],
         "steps": [
           {"id": "lone", "type": "recipient", "plugin": "hook",
            "ruleSet": {"op": "and", "rules": [{"lhv": "lead.state", "op": "is equal to", "rhv": "TX"}]}},
           {"id": "way", "type": "route", "branches": [
             {"name": "texan", "when": {"op": "and", "rules": [{"lhv": "lead.state", "op": "is equal to", "rhv": "TX"}]}, "steps": [
               {"id": "tell", "type": "notify", "plugin": "hook"}]}]},
           {"id": "sell", "type": "distribute", "recipients": [
             {"id": "a", "plugin": "hook", "caps": [{"id": "a-day", "maximum": 1, "durationUnits": "day"}],
              "ruleSet": {"op": "and", "rules": [{"lhv": "lead.state", "op": "is equal to", "rhv": "TX"}]}},
             {"id": "b", "plugin": "hook"}]}]}
        """);

    private final FlowTester flow = FlowTester.of(FLOW);

    @AfterEach
    void close() {
        flow.close();
    }

    private void submit(String state, String email) {
        flow.submit(Lead.from("web").with("state", state).with("email", email));
    }

    private List<String> missed() {
        return flow.coverage().missed();
    }

    @Test
    void nothing_is_reached_at_first() {
        assertThat(missed())
                .contains(
                        "gates, rule 1: failed",
                        "gates, rule 1: held",
                        "gates, rule 2: failed",
                        "gates, rule 2: held",
                        "gates: accepted",
                        "gates: cap day reached",
                        "gates: rejected by acceptanceCriteria",
                        "gates: rejected by caps",
                        "gates: rejected by duplicateCheck",
                        "gates: rejected by requiredFields",
                        "source web, rule 1: failed",
                        "source web, rule 1: held",
                        "step a, rule 1: failed",
                        "step a: cap a-day reached",
                        "step lone, rule 1: held",
                        "step way texan, rule 1: failed")
                .doesNotContain("gates: rejected by hours", "gates: rejected by suppression")
                .hasSize(30);
    }

    @Test
    void rules_that_held_and_rules_that_failed_are_told_apart() {
        submit("TX", "ann@example.com");

        assertThat(missed())
                .contains("gates, rule 1: failed", "gates, rule 2: held", "source web, rule 1: failed")
                .contains("step a, rule 1: failed", "step lone, rule 1: failed", "step way texan, rule 1: failed")
                .doesNotContain("gates, rule 1: held", "source web, rule 1: held", "step way texan, rule 1: held")
                .doesNotContain("step a, rule 1: held", "step lone, rule 1: held");

        submit("CA", "bob@example.com");

        assertThat(missed())
                .doesNotContain("gates, rule 1: failed", "gates, rule 2: held", "step a, rule 1: failed")
                .doesNotContain("step lone, rule 1: failed", "step way texan, rule 1: failed", "step b: delivered");
    }

    @Test
    void a_refusal_at_each_gate_counts_for_that_gate() {
        submit("TX", "");
        submit("NY", "ann@example.com");
        submit("TX", "blocked@example.com");
        assertThat(missed())
                .doesNotContain("gates: rejected by requiredFields", "gates: rejected by acceptanceCriteria")
                .doesNotContain("gates, rule 2: failed", "source web, rule 1: failed")
                .contains("gates: accepted", "gates: rejected by duplicateCheck", "gates: rejected by caps");

        submit("TX", "one@example.com");
        submit("TX", "one@example.com");
        submit("TX", "two@example.com");
        submit("CA", "three@example.com");
        submit("TX", "four@example.com");
        assertThat(missed()).isEmpty();
        assertThat(flow.coverage().summary()).isEqualTo("30 of 30 parts of flow f reached");
    }

    @Test
    void prices_and_adjustments_are_reached_when_they_apply() {
        FlowDefinition priced = FlowDefinition.read("""
                {"id": "p", "fields": [{"id": "state", "type": "state", "pii": "none"}],
                 "pricing": {
                   "prices": [{"id": "base", "amount": 5}, {"id": "texan", "amount": 9,
                     "ruleSet": {"lhv": "lead.state", "op": "is equal to", "rhv": "TX"}}],
                   "adjust": [{"id": "coast", "add": 1, "ruleSet": {"lhv": "lead.state", "op": "is equal to", "rhv": "CA"}}]},
                 "sources": [{"id": "web"}, {"id": "own", "pricing": {"prices": [{"id": "free", "amount": 0}]}}]}
                """);
        try (FlowTester prices = FlowTester.of(priced)) {
            prices.submit(Lead.from("web").with("state", "TX"));
            assertThat(prices.coverage().missed())
                    .containsExactly(
                            "gates: adjustment coast applied",
                            "gates: price base applied",
                            "source own: price free applied");

            prices.submit(Lead.from("web").with("state", "CA"));
            prices.submit(Lead.from("own").with("state", "TX"));
            assertThat(prices.coverage().missed()).isEmpty();
        }
    }
}
