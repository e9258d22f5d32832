package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

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
}
