package dev.sluice.cli.design;

import dev.sluice.json.ValueJson;
import dev.sluice.rules.Finding;
import dev.sluice.rules.Severity;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Findings in the Static Analysis Results Interchange Format 2.1.0, which code hosts show beside the file. */
final class Sarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private Sarif() {}

    /**
     * One run over one file.
     *
     * @param file as it was named; places in it are JSON pointers, as logical locations
     */
    static String of(Path file, List<Finding> findings) {
        Obj driver = Obj.of(Map.of("name", Value.text("sluice"), "rules", Value.list(rules(findings))));
        Obj run = Obj.EMPTY
                .with("tool", Obj.of(Map.of("driver", driver)))
                .with(
                        "results",
                        Value.list(findings.stream()
                                .map(each -> result(address(file), each))
                                .toList()));
        Obj log = Obj.EMPTY
                .with("$schema", Value.text(SCHEMA))
                .with("version", Value.text("2.1.0"))
                .with("runs", Value.list(List.of(run)));
        return ValueJson.write(log) + "\n";
    }

    /** Relative as it was named, or absolute; escaped as addresses are. */
    private static String address(Path file) {
        Path parent = file.getRoot() == null ? Path.of("").toAbsolutePath() : file.getRoot();
        String whole = file.toAbsolutePath().toUri().getRawPath();
        return file.isAbsolute()
                ? whole
                : whole.substring(parent.toUri().getRawPath().length());
    }

    private static List<Value> rules(List<Finding> findings) {
        TreeSet<String> codes = new TreeSet<>();
        findings.forEach(finding -> codes.add(finding.code()));
        return codes.stream()
                .map(code -> (Value) Obj.EMPTY.with("id", Value.text(code)))
                .toList();
    }

    private static Obj result(String file, Finding finding) {
        Obj artifact = Obj.of(Map.of("uri", Value.text(file)));
        Obj pointer = Obj.EMPTY
                .with("fullyQualifiedName", Value.text(finding.pointer().isEmpty() ? "/" : finding.pointer()))
                .with("kind", Value.text("member"));
        Obj location = Obj.EMPTY
                .with("physicalLocation", Obj.of(Map.of("artifactLocation", artifact)))
                .with("logicalLocations", Value.list(List.of(pointer)));
        return Obj.EMPTY
                .with("ruleId", Value.text(finding.code()))
                .with("level", Value.text(level(finding.severity())))
                .with("message", Obj.of(Map.of("text", Value.text(finding.text()))))
                .with("locations", Value.list(List.of(location)));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
