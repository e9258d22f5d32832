package dev.sluice.flow.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.diff.Change.Kind;
import dev.sluice.types.Value;
import org.junit.jupiter.api.Test;

class FlowDifferenceTest {
    private static final String FLOW = """
            {"id": "f", "name": "Solar",
             "fields": [{"id": "email", "type": "email"}, {"id": "state", "type": "state"}, {"id": "pin", "type": "string", "pii": "secret"}],
             "acceptanceCriteria": {"ruleSet": {"op": "and", "rules": [
               {"lhv": "lead.state", "op": "is included in", "rhv": ["TX", "CA"]},
               {"lhv": "lead.email", "op": "format is valid"}]}},
             "caps": [{"id": "day", "maximum": 500, "durationUnits": "day", "caps": [
               {"id": "hour", "maximum": 50, "durationUnits": "hour"}]}],
             "sources": [{"id": "web", "keyHashes": ["sha256:0123456789"]}, {"id": "partner"}],
             "steps": [
               {"id": "tell", "type": "notify", "plugin": "log"},
               {"id": "sell", "type": "distribute", "recipients": [
                 {"id": "premier", "plugin": "http", "pricing": {"prices": [{"amount": 38}]}, "config": {"url": "a", "password": "CANARY-1"}},
                 {"id": "second", "plugin": "http", "caps": [{"id": "week", "maximum": 9, "durationUnits": "week"}]},
                 {"id": "third", "plugin": "http"}]}]}
            """;

    private static FlowDifference edit(String... replaced) {
        String after = FLOW;
        for (int i = 0; i < replaced.length; i += 2) {
            assertThat(after).contains(replaced[i]);
            after = after.replace(replaced[i], replaced[i + 1]);
        }
        return FlowDifference.between(FlowDefinition.read(FLOW), FlowDefinition.read(after));
    }

    @Test
    void a_maximum() {
        FlowDifference difference = edit("\"maximum\": 500", "\"maximum\": 400");

        assertThat(difference.text()).isEqualTo("cap changed: 'day' maximum 500 -> 400\n");
        Change change = difference.changes().get(0);
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.subject()).isEqualTo(Subject.CAP);
        assertThat(change.name()).isEqualTo("day");
        assertThat(change.setting()).isEqualTo("maximum");
        assertThat(change.from()).isEqualTo("/caps/0/maximum");
        assertThat(change.to()).isEqualTo("/caps/0/maximum");
        assertThat(change.before()).isEqualTo(Value.number(500));
        assertThat(change.after()).isEqualTo(Value.number(400));
    }

    @Test
    void as_json() {
        assertThat(edit("\"maximum\": 500", "\"maximum\": 400").toJson())
                .isEqualTo(
                        "{\"changes\":[{\"after\":400,\"before\":500,\"from\":\"/caps/0/maximum\",\"kind\":\"changed\","
                                + "\"name\":\"day\",\"setting\":\"maximum\",\"subject\":\"cap\",\"to\":\"/caps/0/maximum\","
                                + "\"words\":\"cap changed: 'day' maximum 500 -> 400\"}],\"consequences\":[]}");
    }

    @Test
    void a_price() {
        assertThat(edit("{\"amount\": 38}", "{\"amount\": 40.5}").text())
                .isEqualTo("price changed: amount 38 -> 40.5 (recipient 'premier' of distribution 'sell')\n");
        assertThat(edit(
                                "\"caps\": [{\"id\": \"day\"",
                                "\"pricing\": {\"min\": 3, \"prices\": [{\"amount\": 5}]}, \"caps\": [{\"id\": \"day\"")
                        .text())
                .isEqualTo("price added: 5\nprice changed: min none -> 3\n");
    }

    @Test
    void rules_by_what_they_say() {
        String valid = "{\"lhv\": \"lead.email\", \"op\": \"format is valid\"}";
        assertThat(edit(valid, "{\"lhv\": \"lead.age\", \"op\": \"is less than\", \"rhv\": 18}, " + valid)
                        .text())
                .isEqualTo("rule added: lead.age is less than 18 (rules of acceptance criteria)\n");
        assertThat(edit("[\"TX\", \"CA\"]", "[\"TX\"]").text())
                .isEqualTo("rule changed: lead.state is included in [\"TX\",\"CA\"] rhv [\"TX\",\"CA\"] -> [\"TX\"]"
                        + " (rules of acceptance criteria)\n");
    }

    @Test
    void rules_of_a_cap_change_its_count_and_those_inside() {
        assertThat(edit(
                                "\"durationUnits\": \"day\"",
                                "\"durationUnits\": \"day\", \"ruleSet\": {\"op\": \"or\", \"rules\": [{\"expression\": \"1 == 1\"}]}")
                        .text())
                .isEqualTo("""
                        rules added: (1 == 1) (cap 'day')
                        ! cap 'day' begins at 0: its rules changed
                        ! cap 'hour' begins at 0: its rules changed
                        """);
    }

    @Test
    void a_shorter_window() {
        assertThat(edit("\"durationUnits\": \"day\"", "\"durationUnits\": \"hour\", \"duration\": 3")
                        .text())
                .isEqualTo("""
                        cap changed: 'day' durationUnits "day" -> "hour"
                        cap changed: 'day' duration 1 -> 3
                        ! cap 'day' begins at 0: its window is shorter
                        """);
        assertThat(edit("\"durationUnits\": \"day\"", "\"durationUnits\": \"month\"")
                        .consequences())
                .isEmpty();
    }

    @Test
    void recipients_by_their_ids() {
        assertThat(edit("{\"id\": \"third\", \"plugin\": \"http\"}", "{\"id\": \"fourth\", \"plugin\": \"mail\"}")
                        .text())
                .isEqualTo("""
                        recipient removed: 'third' (distribution 'sell')
                        recipient added: 'fourth' (distribution 'sell')
                        """);
        assertThat(edit(
                                ",\n     {\"id\": \"third\", \"plugin\": \"http\"}",
                                "",
                                "{\"id\": \"second\"",
                                "{\"id\": \"third\", \"plugin\": \"http\"}, {\"id\": \"second\"")
                        .text())
                .isEqualTo("recipient moved: 'second' from place 2 to place 3 (distribution 'sell')\n");
    }

    @Test
    void what_says_the_same_under_another_id_is_renamed() {
        assertThat(edit("{\"id\": \"third\", \"plugin\": \"http\"}", "{\"id\": \"fourth\", \"plugin\": \"http\"}")
                        .text())
                .isEqualTo("recipient renamed: 'third' to 'fourth' (distribution 'sell')\n");
        FlowDifference cap = edit("\"id\": \"hour\"", "\"id\": \"hourly\"");
        assertThat(cap.text()).isEqualTo("""
                cap renamed: 'hour' to 'hourly' (cap 'day')
                ! cap 'hourly' begins at 0: it has another id now
                """);
        assertThat(cap.changes().get(0).toValue().get("setting").text()).isEqualTo("id");
    }

    @Test
    void what_stands_within_something_renamed_has_not_moved() {
        assertThat(edit("\"id\": \"sell\"", "\"id\": \"sell-now\"").text())
                .startsWith("distribution renamed: 'sell' to 'sell-now'\n")
                .doesNotContain("moved", "removed");
    }

    @Test
    void what_goes_elsewhere_has_moved() {
        assertThat(edit(
                                ",\n     {\"id\": \"third\", \"plugin\": \"http\"}",
                                "",
                                "\"steps\": [",
                                "\"steps\": [{\"id\": \"third\", \"type\": \"recipient\", \"plugin\": \"http2\"},")
                        .text())
                .isEqualTo("""
                        recipient moved: 'third' from distribution 'sell' to the flow
                        recipient changed: 'third' plugin "http" -> "http2"
                        """);
        assertThat(edit(
                                ", \"caps\": [\n   {\"id\": \"hour\", \"maximum\": 50, \"durationUnits\": \"hour\"}]",
                                "",
                                "{\"id\": \"partner\"}",
                                "{\"id\": \"partner\", \"caps\": [{\"id\": \"hour\", \"maximum\": 50, \"durationUnits\": \"hour\"}]}")
                        .text())
                .isEqualTo("""
                        cap moved: 'hour' from cap 'day' to source 'partner' (source 'partner')
                        ! cap 'hour' of source 'partner' begins at 0: it stands elsewhere now
                        """);
    }

    @Test
    void another_flow() {
        assertThat(edit("\"id\": \"f\"", "\"id\": \"g\"").text()).isEqualTo("""
                flow changed: id "f" -> "g"
                ! these are two flows: what 'f' counted does not count for 'g'
                """);
    }

    @Test
    void defaults_are_named() {
        assertThat(edit("\"id\": \"web\"", "\"id\": \"web\", \"enabled\": false, \"hours\": \"always\"")
                        .text())
                .isEqualTo("""
                        source changed: 'web' enabled true -> false
                        source changed: 'web' hours none -> "always"
                        """);
    }

    @Test
    void nothing_secret_is_shown() {
        FlowDifference difference = edit(
                "sha256:0123456789",
                "sha256:CANARY-3",
                "CANARY-1",
                "CANARY-2",
                "\"pii\": \"secret\"",
                "\"pii\": \"secret\", \"defaultValue\": \"CANARY-4\"",
                "{\"lhv\": \"lead.email\", \"op\": \"format is valid\"}",
                "{\"lhv\": \"lead.pin\", \"op\": \"is equal to\", \"rhv\": \"CANARY-5\"}",
                "{\"id\": \"third\", \"plugin\": \"http\"}",
                "{\"id\": \"fourth\", \"plugin\": \"http\", \"config\": {\"headers\": {\"Authorization\": \"CANARY-6\"}},"
                        + " \"mappings\": [{\"property\": \"api_key\", \"value\": \"CANARY-7\"}]}");

        assertThat(difference.toJson() + difference.text() + difference.changes())
                .doesNotContain("CANARY", "0123456789")
                .contains(
                        "key added",
                        "key removed",
                        "config.password",
                        "defaultValue",
                        "lead.pin is equal to",
                        "fourth");
    }
}
