package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** The ids of the questions that {@code command} does not answer as they expect. */
    private static List<String> unequal(String command, String file) {
        String questions = resource(file);
        List<String> asked = questions.lines().toList();
        List<Value> answers = Shell.pipe(questions, command).answers();
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

    private static boolean agrees(Obj answer, Value expected) {
        if (!(expected instanceof Obj members)) {
            return answer.get("value").equals(expected);
        }
        return members.members().entrySet().stream().allMatch(member -> agrees(answer, member));
    }

    private static boolean agrees(Obj answer, Map.Entry<String, Value> member) {
        Value actual = answer.get(member.getKey());
        boolean anyError = member.getKey().equals("error") && member.getValue() instanceof Bool;
        return anyError ? !actual.part("message").isBlank() : actual.equals(member.getValue());
    }

    private static String resource(String name) {
        try (InputStream in = VectorsTest.class.getResourceAsStream("/vectors/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
