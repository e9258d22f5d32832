package dev.sluice.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.InvalidFlowException;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingValue;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.check.FlowChecks;
import dev.sluice.rules.Expression;
import dev.sluice.rules.Operator;
import dev.sluice.rules.Rule;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowJsonTest {
    @Test
    void a_whole_flow_is_read_part_by_part() {
        FlowDefinition flow = FlowJson.read(resource("mortgage.json"));

        assertThat(flow.version()).isEqualTo("7");
        assertThat(flow.timeZone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(flow.fields()).hasSize(6);
        assertThat(flow.acceptance().reason()).isEqualTo("State not in approved list");
        assertThat(flow.caps()).singleElement().isInstanceOfSatisfying(Cap.class, cap -> assertThat(cap.caps())
                .containsExactly(Cap.of("cap_day", 50, TimeUnit.DAY)
                        .because("Daily cap reached ({{cap.count}}/{{cap.maximum}})")));
        assertThat(flow.sources().get(0).pricing().maximum()).isEqualTo(new BigDecimal("50"));
        assertThat(flow.steps())
                .hasExactlyElementsOfTypes(
                        EnhancementStep.class,
                        FilterStep.class,
                        DistributeStep.class,
                        RecipientStep.class,
                        FilterStep.class);
        assertThat(((FilterStep) flow.steps().get(1)).onFail()).isEqualTo(FilterAction.skipTo("s4"));
        assertThat(((FilterStep) flow.steps().get(4)).onFail())
                .isEqualTo(FilterAction.stopLike("s4", "{{steps.s4.reason}}"));
        assertThat(((RecipientStep) flow.steps().get(3)).recipientName()).isEqualTo("Premier Leads LLC");
    }

    @Test
    void a_sensible_flow_gives_no_findings_and_survives_writing() {
        FlowDefinition flow = FlowJson.read(resource("mortgage.json"));

        assertThat(FlowChecks.standard().check(flow)).isEmpty();
        assertThat(FlowDefinition.read(flow.toJson())).isEqualTo(flow);
    }

    @Test
    void keys_and_words_with_underscores_are_read() {
        FlowDefinition flow = FlowJson.read("""
                {"id": "f", "time_zone": "UTC", "outcome_from": "any_delivery",
                 "acceptance_criteria": {"rule_set": {"op": "ALL", "rules": [{"lhv": "lead.x", "op": "is_one_of", "rhv": "a,b"}]}},
                 "duplicate_check": {"fields": ["x"], "window": {"value": 2, "interval": "hours"}},
                 "caps": [{"id": "c", "maximum": 1, "duration_units": "days", "time_zone": "America/Chicago"}],
                 "fields": [{"id": "x", "type": "string", "default": "y", "date_order": "day_first"}],
                 "sources": [{"id": "a", "key_hashes": []}],
                 "steps": [
                   {"id": "s1", "type": "filter", "on_pass": "skip_to:s3", "on_fail": {"action": "stop", "outcome": "Error"}},
                   {"id": "s2", "type": "enhancement", "enricher": "e", "timeout": "PT2S"},
                   {"id": "s3", "type": "recipient", "plugin": "p", "timeout_ms": 1500}]}
                """);

        assertThat(flow.acceptance().ruleSet())
                .isEqualTo(RuleSet.and(List.of(Rule.of("lead.x", Operator.IS_INCLUDED_IN, Value.text("a,b")))));
        assertThat(((Cap) flow.caps().get(0)).timeZone()).isEqualTo(ZoneId.of("America/Chicago"));
        assertThat(flow.fields().get(0).defaultValue()).isEqualTo(Value.text("y"));
        assertThat(((FilterStep) flow.steps().get(0)).onPass()).isEqualTo(FilterAction.skipTo("s3"));
        assertThat(((FilterStep) flow.steps().get(0)).onFail()).isEqualTo(FilterAction.stop(Outcome.ERROR, null));
        assertThat(((EnhancementStep) flow.steps().get(1)).timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(((RecipientStep) flow.steps().get(2)).timeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(flow.toJson()).doesNotContain("time_zone", "is_one_of", "any_delivery", "\"default\"");
    }

    @Test
    void settings_of_a_webhook_are_kept_word_for_word() {
        String settings = resource("webhook-settings.json");
        FlowDefinition flow = FlowJson.read("{\"id\":\"f\",\"sources\":[{\"id\":\"a\"}],\"steps\":[{\"id\":\"s\","
                + "\"type\":\"recipient\",\"plugin\":\"webhook\",\"config\":" + settings + "}]}");

        assertThat(((RecipientStep) flow.steps().get(0)).config()).isEqualTo(ValueJson.read(settings));
    }

    @Test
    void an_expression_or_a_rule_may_stand_where_a_rule_set_may() {
        FlowDefinition flow = FlowJson.read("""
                {"id": "f", "sources": [{"id": "a"}], "steps": [
                  {"id": "s1", "type": "filter", "ruleSet": {"expression": "lead.x > 1"}},
                  {"id": "s2", "type": "filter", "ruleSet": {"lhv": "lead.x", "op": ">", "rhv": 1}}]}
                """);

        assertThat(flow.steps().get(0).ruleSet()).isEqualTo(RuleSet.and(List.of(new Expression("lead.x > 1"))));
        assertThat(flow.steps().get(1).ruleSet())
                .isEqualTo(RuleSet.and(List.of(Rule.of("lead.x", Operator.IS_GREATER_THAN, Value.number(1)))));
    }

    @Test
    void a_null_counts_as_left_out_except_where_it_is_a_value() {
        FlowDefinition flow = FlowJson.read("""
                {"id": "f", "name": null, "caps": null, "sources": [{"id": "a"}], "steps": [
                  {"id": "s1", "type": "recipient", "plugin": "p", "mappings": [{"property": "x", "value": null}]}]}
                """);

        assertThat(flow.name()).isEqualTo("f");
        assertThat(((RecipientStep) flow.steps().get(0)).mappings().get(0).value())
                .isEqualTo(new MappingValue.Fixed(Value.text(null)));
    }

    @Test
    void a_key_that_stands_twice_does_not_hide_what_else_is_wrong() {
        InvalidFlowException invalid =
                invalid("{\"id\":\"f\",\"id\":\"g\",\n\"sources\":[{\"id\":\"a\"}],\"stepz\":[]}");

        assertThat(invalid.findings())
                .extracting("code", "pointer")
                .containsExactly(tuple("duplicate_key", "/id"), tuple("unknown_key", "/stepz"));
    }

    @Test
    void the_message_lists_every_finding_on_a_line_with_the_nearest_known_name() {
        InvalidFlowException invalid = invalid(
                "{\"id\":\"f\",\"stepz\":[],\"sources\":[{\"id\":\"a\",\"pricng\":{}}],\"environment\":\"tset\"}");

        assertThat(invalid.getMessage().lines())
                .containsExactlyInAnyOrder(
                        "/stepz unknown_key: a flow has no key 'stepz'; did you mean 'steps'?",
                        "/sources/0/pricng unknown_key: a source has no key 'pricng'; did you mean 'pricing'?",
                        "/environment unknown_word: there is no environment 'tset'; did you mean 'test'?");
    }

    @Test
    void a_name_that_resembles_nothing_gets_the_list_of_known_ones() {
        assertThat(invalid("{\"id\":\"f\",\"sources\":[{\"id\":\"a\"}],\"environment\":\"moon\"}"))
                .hasMessageContaining("known are production, test");
    }

    @Test
    void text_that_is_no_json_is_one_finding_with_line_and_column() {
        InvalidFlowException invalid = invalid("{\"id\": \"f\",\n \"sources\": [}");

        assertThat(invalid.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("json_syntax");
            assertThat(finding.text()).contains("line 2, column 14");
        });
        assertThat(invalid("").findings()).extracting("code").containsExactly("json_syntax");
        assertThat(invalid("[".repeat(100)).findings()).extracting("code").containsExactly("json_limit");
    }

    @Test
    void files_are_read_in_utf_8_and_nothing_else(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("flow.json");
        Files.writeString(file, "\ufeff{\"id\":\"ö\",\"sources\":[{\"id\":\"a\"}]}", UTF_8);
        assertThat(FlowDefinition.read(file).id()).isEqualTo("ö");

        Files.writeString(file, "{\"id\":\"ö\"}", ISO_8859_1);
        assertThatExceptionOfType(InvalidFlowException.class)
                .isThrownBy(() -> FlowDefinition.read(file))
                .withMessageContaining("UTF-8");

        Files.writeString(file, " ".repeat(5_000_000), UTF_8);
        assertThatExceptionOfType(InvalidFlowException.class)
                .isThrownBy(() -> FlowDefinition.read(file))
                .withMessageContaining("json_limit");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> FlowDefinition.read(folder.resolve("absent.json")));
    }

    @Test
    void readers_are_read_to_their_end_but_not_beyond_the_limit() {
        assertThat(FlowJson.read(new StringReader("{\"id\":\"f\",\"sources\":[{\"id\":\"a\"}]}"))
                        .id())
                .isEqualTo("f");
        assertThatExceptionOfType(InvalidFlowException.class)
                .isThrownBy(() -> FlowJson.read(new StringReader(" ".repeat(3_000_000))))
                .withMessageContaining("json_limit");
    }

    @Test
    void single_conditions_are_read_and_written_too() {
        String set = "{\"op\":\"and\",\"rules\":[{\"lhv\":\"lead.state\",\"op\":\"is equal to\",\"rhv\":\"TX\"}]}";

        assertThat(RuleJson.write(RuleJson.read(set))).isEqualTo(set);
        assertThat(RuleJson.read("{\"expression\":\"1 > 0\"}")).isEqualTo(new Expression("1 > 0"));
        assertThatExceptionOfType(InvalidFlowException.class)
                .isThrownBy(() -> RuleJson.read("{\"lhv\":\"x\",\"op\":\"is equl to\"}"))
                .withMessageContaining("did you mean 'is equal to'?");
    }

    private static InvalidFlowException invalid(String json) {
        return catchThrowableOfType(InvalidFlowException.class, () -> FlowJson.read(json));
    }

    private static String resource(String name) {
        try (InputStream in = FlowJsonTest.class.getResourceAsStream("/definitions/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
