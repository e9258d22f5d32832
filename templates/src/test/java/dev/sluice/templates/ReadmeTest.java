package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.templates.internal.helper.Builtins;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void the_table_of_helpers_is_the_one_in_the_code() throws IOException {
        Map<String, String> table = new TreeMap<>();
        Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.startsWith("## Helpers"))
                .takeWhile(line -> !line.startsWith("## Limits"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.replace("\\|", "/").split("\\|"))
                .forEach(cells -> table.put(code(cells[1]), code(cells[2]).replace("/", "|")));

        Map<String, String> helpers = new TreeMap<>();
        Builtins.ALL.forEach(
                (name, helper) -> helpers.put(name, helper.signature().toString()));

        assertThat(table).isEqualTo(helpers);
    }

    private static String code(String cell) {
        return cell.strip().replace("`", "");
    }

    @Test
    void the_first_lines_of_code_do_what_they_say() {
        Scope scope = Scope.of(
                (Obj) Value.of(Map.of("lead", Map.of("first_name", "A\"n", "state", "tx", "loan_amount", 125000))));
        At at = At.utc(Instant.EPOCH);
        Templates templates = Templates.standard();

        Template body = templates.compile("{\"name\":\"{{lead.first_name}}\",\"state\":\"{{uppercase lead.state}}\"}");
        assertThat(body.render(scope, new Rendering(at, Escape.JSON)))
                .isEqualTo("{\"name\":\"A\\\"n\",\"state\":\"TX\"}");

        Template mapping = templates.compile("{{lead.loan_amount}}");
        assertThat(mapping.evaluate(scope, Rendering.plain(at))).isEqualTo(Value.number(125000));

        Templates mine = templates.with(
                "stars", call -> Value.text("*".repeat(call.argument(0).text().length())));
        assertThat(mine.compile("{{stars lead.state}}").evaluate(scope, Rendering.plain(at)))
                .isEqualTo(new Text("**"));
    }
}
