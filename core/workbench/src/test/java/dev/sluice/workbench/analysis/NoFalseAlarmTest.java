package dev.sluice.workbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.FlowDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing is said of any flow among the examples and in the documents. */
class NoFalseAlarmTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path EXAMPLES = ROOT.resolve("examples");
    private static final Pattern BLOCK = Pattern.compile("^```json\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> flows_of_the_examples_are_well() {
        return flows().stream()
                .map(file -> DynamicTest.dynamicTest(EXAMPLES.relativize(file).toString(), () -> assertThat(
                                FlowAnalysis.standard().check(FlowDefinition.read(file)))
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> flows_of_the_documents_are_well() {
        return documented()
                .map(flow -> DynamicTest.dynamicTest(
                        flow.id(),
                        () -> assertThat(FlowAnalysis.standard().check(flow)).isEmpty()));
    }

    @Test
    void there_are_examples_and_documents() {
        assertThat(flows()).hasSizeGreaterThan(12);
        assertThat(documented()).hasSizeGreaterThan(2);
    }

    /** The blocks that are whole flows; others show a part of one. */
    private static Stream<FlowDefinition> documented() {
        return files(ROOT, ".md").stream()
                .flatMap(file -> BLOCK.matcher(text(file)).results())
                .map(block -> block.group(1))
                .filter(json -> json.startsWith("{") && json.contains("\"sources\":"))
                .map(FlowDefinition::read);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> flows() {
        return files(EXAMPLES, "flow.json");
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(end))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
