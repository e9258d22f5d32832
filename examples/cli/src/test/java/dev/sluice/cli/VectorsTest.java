package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The subcommands on known questions, each with the members that its answer must have. */
class VectorsTest {

    /** The two rows are older than the rule that on and off are booleans. */
    @Test
    void parse_answers_as_expected() {
        assertThat(unequal("parse", "types-open.jsonl")).containsExactly("\"boolean-0012\"", "\"boolean-0013\"");
    }

    @Test
    void mask_answers_as_expected() {
        assertThat(unequal("mask", "mask-open.jsonl")).isEmpty();
    }

    @Test
    void eval_answers_as_expected() {
        assertThat(unequal("eval", "eval-open.jsonl")).isEmpty();
    }

    @Test
    void render_answers_as_expected() {
        assertThat(unequal("render", "render-open.jsonl")).isEmpty();
    }

    @Test
    void request_answers_as_expected() {
        assertThat(unequal("request", "delivery-open.jsonl")).isEmpty();
    }

    /** A name and a password in an address are refused: see the README of delivery-spi/http. */
    @Test
    void request_refuses_as_expected() {
        assertThat(unequal("request", "validate-open.jsonl")).containsExactly("\"va060\"");
    }

    /** A price of zero is a price, and a pattern that is none matches nothing: both rows are marked as quirks. */
    @Test
    void response_answers_as_expected() {
        assertThat(unequal("response", "response-open.jsonl", "--rules", "packageCompatible"))
                .containsExactly("\"ro054\"", "\"ro060\"");
    }

    /** The ids of the questions that {@code command} does not answer as they expect. */
    private static List<String> unequal(String command, String file, String... options) {
        String questions = resource(file);
        List<String> asked = questions.lines().toList();
        List<Value> answers = Shell.pipe(questions, call(command, options)).answers();
        assertThat(answers).hasSameSizeAs(asked);
        List<String> unequal = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Obj answer = (Obj) answers.get(i);
            if (!agrees(answer, ValueJson.read(asked.get(i)).part("expect"))) {
                unequal.add(ValueJson.write(answer.get("id")));
            }
        }
        return unequal;
    }

    private static String[] call(String command, String... options) {
        return Stream.concat(Stream.of(command), Stream.of(options)).toArray(String[]::new);
    }

    private static boolean agrees(Obj answer, Value expected) {
        if (!(expected instanceof Obj members)) {
            return answer.get("value").equals(expected);
        }
        if (!members.get("valid").isMissing() && members.size() == 2) {
            return agreesInValidity(answer.get("error").part("message"), members);
        }
        return members.members().entrySet().stream().allMatch(member -> agrees(answer, member));
    }

    private static boolean agreesInValidity(Value message, Obj expected) {
        return expected.get("valid") == Bool.TRUE ? message.isMissing() : message.equals(expected.get("message"));
    }

    private static boolean agrees(Obj answer, Map.Entry<String, Value> member) {
        Value actual = answer.get(member.getKey());
        boolean anyError = member.getKey().equals("error") && member.getValue() instanceof Bool;
        if (anyError) {
            return !actual.part("message").isBlank();
        }
        return switch (member.getKey()) {
            case "body" -> agreesInBody(actual, member.getValue());
            case "price" ->
                new BigDecimal(actual.text())
                                .compareTo(new BigDecimal(member.getValue().text()))
                        == 0;
            default -> actual.equals(member.getValue());
        };
    }

    /** JSON by what it says, XML by what it means, all else by its letters. */
    private static boolean agreesInBody(Value actual, Value expected) {
        if (actual.text().startsWith("<?xml") && expected.text().startsWith("<?xml")) {
            return Canonical.of(actual.text()).equals(Canonical.of(expected.text()));
        }
        if (expected.text().startsWith("{") || expected.text().startsWith("[")) {
            return ValueJson.read(actual.text()).equals(ValueJson.read(expected.text()));
        }
        return actual.equals(expected);
    }

    private static String resource(String name) {
        try (InputStream in = VectorsTest.class.getResourceAsStream("/vectors/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
