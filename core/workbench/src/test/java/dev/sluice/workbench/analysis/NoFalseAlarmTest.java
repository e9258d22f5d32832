package dev.sluice.workbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.FlowDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing is said of any flow among the examples. */
class NoFalseAlarmTest {
    private static final Path EXAMPLES = Path.of("..", "..", "examples");

    @TestFactory
    Stream<DynamicTest> flows_of_the_examples_are_well() {
        return flows().stream()
                .map(file -> DynamicTest.dynamicTest(EXAMPLES.relativize(file).toString(), () -> assertThat(
                                FlowAnalysis.standard().check(FlowDefinition.read(file)))
                        .isEmpty()));
    }

    @Test
    void there_are_examples() {
        assertThat(flows()).hasSizeGreaterThan(12);
    }

    private static List<Path> flows() {
        try (Stream<Path> all = Files.walk(EXAMPLES)) {
            return all.filter(file -> file.getFileName().toString().equals("flow.json"))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
