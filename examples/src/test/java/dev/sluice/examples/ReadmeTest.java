package dev.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, runs and prints what it says. */
class ReadmeTest {
    private static final Document README = Document.at("README.md");
    private static final List<String> JAVA = README.blocks("java");
    private static final String PROGRAM = JAVA.get(0);
    private static final String PLUGIN = JAVA.get(1);
    private static final String OFFLINE_TEST = JAVA.get(2);

    @TempDir
    private Path folder;

    @Test
    void the_program_prints_what_stands_below_it() throws ReflectiveOperationException {
        Class<?> program = new Snippets(folder).compile("Program", "public static void main() {\n" + PROGRAM + "}\n");

        assertThat(Snippets.printed(program)).isEqualTo(README.blocks("text").get(0));
        assertThat(PROGRAM.lines()).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void the_plugin_is_one_that_a_flow_can_use() throws ReflectiveOperationException {
        String main = """
                public static void main() {
                    Queue<String> queue = new ArrayDeque<>();
                    Flow flow = Sluice.builder().delivery("queue", new QueueDelivery(queue)).build()
                            .open(FlowDefinition.builder("f").field("email", "email").source("s")
                                    .step(RecipientStep.to("q", "queue").map("to", "{{lead.email}}").build()).build());
                    System.out.println(flow.submit(Lead.from("s").with("email", "A@example.com")).outcome() + " " + queue);
                }
                """;
        Class<?> program = new Snippets(folder).compile("Plugin", "static " + PLUGIN + main);

        assertThat(Snippets.printed(program)).isEqualTo("success [{\"to\":\"a@example.com\"}]\n");
        assertThat(PLUGIN.lines()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void the_offline_test_passes_and_would_fail_for_another_reason() throws ReflectiveOperationException {
        String definition = PROGRAM.substring(0, PROGRAM.indexOf(".build();") + ".build();".length()) + "\n";
        String main = "public static void main() { new %s().leads_from_nevada_are_rejected(); }\n";
        Snippets snippets = new Snippets(folder);
        Class<?> right = snippets.compile("Right", definition + OFFLINE_TEST + main.formatted("Right"));
        Class<?> wrong = snippets.compile(
                "Wrong", definition.replace("\"CA\"", "\"NV\"") + OFFLINE_TEST + main.formatted("Wrong"));

        assertThat(Snippets.printed(right)).isEmpty();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Snippets.printed(wrong)))
                .hasRootCauseInstanceOf(AssertionError.class);
        assertThat(OFFLINE_TEST.lines()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void the_first_screen_shows_both_commands_and_the_program() {
        String screen = String.join("\n", README.lines().subList(0, 40));

        assertThat(screen).contains("java -jar examples/cli/target/sluice.jar run ", "\nmvn -B -ntp verify\n", PROGRAM);
    }

    @Test
    void every_guide_is_named() throws IOException {
        try (Stream<Path> guides = Files.list(README.file().resolveSibling("core/docs/guides"))) {
            assertThat(README.links()).containsAll(guides.map(Path::normalize).toList());
        }
    }

    @Test
    void every_link_leads_somewhere() {
        assertThat(README.links()).isNotEmpty().allMatch(Files::exists);
    }
}
