package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    private Path folder;

    @Test
    void a_definition_that_is_wrong_in_six_places_has_six_findings() throws IOException {
        Path flow = Files.writeString(folder.resolve("flow.json"), """
                {"id": "x", "timeZone": "Mars/Olympus",
                 "fields": [{"id": "email", "typ": "email"}],
                 "caps": [{"id": "c", "maximum": "many", "durationUnits": "day"}],
                 "sources": [{"id": "web"}],
                 "steps": [
                   {"id": "s1", "type": "filtre"},
                   {"id": "s2", "type": "filter", "ruleSet": {"op": "and", "rules": [{"lhv": "lead.email", "op": "is equals to", "rhv": "x"}]}}]}
                """);

        Shell.Result table = sluice("check", flow.toString());
        Shell.Result json = sluice("check", flow.toString(), "--json");

        assertThat(table.status()).isEqualTo(1);
        assertThat(json.answers())
                .extracting(finding -> finding.part("pointer").text())
                .contains(
                        "/timeZone", "/fields/0/typ", "/caps/0/maximum", "/steps/0/type", "/steps/1/ruleSet/rules/0/op")
                .hasSize(6);
        assertThat(table.out()).contains("/steps/0/type", "filter", "6 errors");
    }

    @Test
    void an_unknown_plugin_names_the_known_ones_unless_it_is_stubbed() throws IOException {
        Path flow = Files.writeString(folder.resolve("flow.json"), """
                {"id": "x", "sources": [{"id": "web"}],
                 "steps": [{"id": "s1", "type": "recipient", "plugin": "webhook"}]}
                """);

        assertThat(sluice("check", flow.toString()).out()).contains("webhook", "stub", "log");
        assertThat(sluice("check", flow.toString(), "--stub", "webhook").status())
                .isZero();
    }

    @Test
    void settings_of_a_stand_in_are_checked() throws IOException {
        Path flow = Files.writeString(folder.resolve("flow.json"), """
                {"id": "x", "sources": [{"id": "web"}],
                 "steps": [{"id": "s1", "type": "recipient", "plugin": "stub", "config": {"accept": 120, "colour": 1}}]}
                """);

        assertThat(sluice("check", flow.toString()).out()).contains("/steps/0/config/accept", "/steps/0/config/colour");
    }

    @Test
    void rules_that_exclude_each_other_are_found_and_are_no_error() throws IOException {
        Path flow = contradictory();

        Shell.Result result = sluice("check", flow.toString());

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("contradictory_rules", "/acceptanceCriteria/ruleSet", "exclude each other");
    }

    @Test
    void code_hosts_get_a_rule_a_level_a_message_and_a_place_for_each_finding() throws IOException {
        Path flow = contradictory();

        Value log = sluice("check", flow.toString(), "--sarif").answers().get(0);

        assertThat(log.part("version").text()).isEqualTo("2.1.0");
        Value run = log.part("runs").part("0");
        Value result = run.part("results").part("0");
        Value place = result.part("locations").part("0");
        assertThat(run.part("tool").part("driver").part("rules").part("0").part("id"))
                .isEqualTo(result.part("ruleId"))
                .isEqualTo(Value.text("contradictory_rules"));
        assertThat(result.part("level").text()).isEqualTo("warning");
        assertThat(result.part("message").part("text").text()).contains("exclude each other");
        assertThat(place.part("physicalLocation")
                        .part("artifactLocation")
                        .part("uri")
                        .text())
                .endsWith("/a%20flow.json");
        assertThat(place.part("logicalLocations")
                        .part("0")
                        .part("fullyQualifiedName")
                        .text())
                .isEqualTo("/acceptanceCriteria/ruleSet");
    }

    private Path contradictory() throws IOException {
        return Files.writeString(folder.resolve("a flow.json"), """
                {"id": "x", "fields": [{"id": "state", "type": "state"}], "sources": [{"id": "web"}],
                 "acceptanceCriteria": {"ruleSet": {"op": "and", "rules": [
                   {"lhv": "lead.state", "op": "is equal to", "rhv": "TX"},
                   {"lhv": "lead.state", "op": "is equal to", "rhv": "CA"}]}}}
                """);
    }
}
