package dev.sluice.workbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.InvalidFlowException;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.json.ValueJson;
import dev.sluice.rules.Finding;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The gallery of broken flows: each has one fault, found at its place; the same flow without it has no finding at all. */
class BrokenFlowsTest {
    private static final Path GALLERY = Path.of("src", "test", "resources", "broken");

    @TestFactory
    Stream<DynamicTest> the_fault_is_found_and_nothing_else() throws IOException {
        return examples()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Value example = ValueJson.read(Files.readString(file));

                    assertThat(findings(example.part("failing")))
                            .extracting(finding -> finding.code() + " " + finding.pointer())
                            .containsExactly(example.part("code").text() + " "
                                    + example.part("pointer").text());
                    assertThat(findings(example.part("passing"))).isEmpty();
                }));
    }

    @Test
    void the_readme_names_every_code_that_is_found_here_and_no_other() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : examples().toList()) {
            Value failing = ValueJson.read(Files.readString(file)).part("failing");
            findings(failing, found);
        }

        Set<String> told = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `") && line.contains("_"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(found);
    }

    private static Stream<Path> examples() throws IOException {
        try (Stream<Path> all = Files.list(GALLERY)) {
            return all.sorted().toList().stream();
        }
    }

    private static List<Finding> findings(Value flow) {
        try {
            return FlowAnalysis.standard().check(read(flow));
        } catch (InvalidFlowException unreadable) {
            return unreadable.findings();
        }
    }

    private static void findings(Value flow, Set<String> codes) {
        try {
            FlowAnalysis.standard().beyond(read(flow)).forEach(finding -> codes.add(finding.code()));
        } catch (InvalidFlowException unreadable) {
            assertThat(unreadable.findings()).isNotEmpty();
        }
    }

    private static FlowDefinition read(Value flow) {
        return FlowDefinition.read(ValueJson.write(flow));
    }
}
