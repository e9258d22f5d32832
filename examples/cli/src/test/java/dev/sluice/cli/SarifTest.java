package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written for every broken flow has the form of SARIF 2.1.0: the properties that it requires of each object, none that it
 * does not know, its words where only some are allowed, and rules for all that results name.
 */
class SarifTest {
    private static final Path BROKEN = Path.of("..", "..", "core", "workbench", "src", "test", "resources", "broken");
    /** Of the objects that are written: the section of the specification, what it requires, and what else it knows and we use. */
    private static final Map<String, List<Set<String>>> OBJECTS = Map.of(
            "3.13 sarifLog", List.of(Set.of("version", "runs"), Set.of("$schema")),
            "3.14 run", List.of(Set.of("tool"), Set.of("results")),
            "3.18 tool", List.of(Set.of("driver"), Set.of()),
            "3.19 toolComponent", List.of(Set.of("name"), Set.of("rules")),
            "3.49 reportingDescriptor", List.of(Set.of("id"), Set.of()),
            "3.27 result", List.of(Set.of("message"), Set.of("ruleId", "level", "locations")),
            "3.11 message", List.of(Set.of("text"), Set.of()),
            "3.28 location", List.of(Set.of(), Set.of("physicalLocation", "logicalLocations")),
            "3.29 physicalLocation", List.of(Set.of("artifactLocation"), Set.of()),
            "3.4 artifactLocation", List.of(Set.of("uri"), Set.of()));

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> findings_have_the_form_of_sarif() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private void check(Path example) throws IOException {
        Value failing = ValueJson.read(Files.readString(example)).part("failing");
        Path flow = Files.writeString(folder.resolve("flow.json"), ValueJson.write(failing));

        Value log = sluice("check", flow.toString(), "--sarif").answers().get(0);

        object("3.13 sarifLog", log);
        assertThat(log.part("version")).isEqualTo(new Text("2.1.0"));
        for (Value run : list(log.part("runs"))) {
            object("3.14 run", run);
            object("3.18 tool", run.part("tool"));
            object("3.19 toolComponent", run.part("tool").part("driver"));
            List<Value> rules = list(run.part("tool").part("driver").part("rules"));
            rules.forEach(rule -> object("3.49 reportingDescriptor", rule));
            assertThat(rules).doesNotHaveDuplicates();
            List<Value> ids = rules.stream().map(rule -> rule.part("id")).toList();
            assertThat(list(run.part("results"))).isNotEmpty().allSatisfy(result -> result(result, ids));
        }
    }

    private static void result(Value result, List<Value> rules) {
        object("3.27 result", result);
        object("3.11 message", result.part("message"));
        assertThat(rules).contains(result.part("ruleId"));
        assertThat(result.part("level").text()).isIn("none", "note", "warning", "error");
        for (Value location : list(result.part("locations"))) {
            object("3.28 location", location);
            object("3.29 physicalLocation", location.part("physicalLocation"));
            Value artifact = location.part("physicalLocation").part("artifactLocation");
            object("3.4 artifactLocation", artifact);
            assertThat(URI.create(artifact.part("uri").text()).getFragment()).isNull();
            for (Value logical : list(location.part("logicalLocations"))) {
                assertThat(((Obj) logical).members().keySet()).containsOnly("fullyQualifiedName", "kind");
                assertThat(logical.part("fullyQualifiedName").text()).startsWith("/");
            }
        }
    }

    private static void object(String section, Value value) {
        assertThat(value).as(section).isInstanceOf(Obj.class);
        List<Set<String>> known = OBJECTS.get(section);
        Set<String> own = ((Obj) value).members().keySet();
        assertThat(own).as(section).containsAll(known.get(0));
        assertThat(own.stream().filter(name -> !known.get(0).contains(name)))
                .as(section)
                .allMatch(known.get(1)::contains);
    }

    private static List<Value> list(Value value) {
        assertThat(value).isInstanceOf(Arr.class);
        return ((Arr) value).values();
    }
}
