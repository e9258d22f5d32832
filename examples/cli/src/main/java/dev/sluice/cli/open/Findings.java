package dev.sluice.cli.open;

import dev.sluice.cli.frame.Columns;
import dev.sluice.json.ValueJson;
import dev.sluice.rules.Finding;
import dev.sluice.rules.Severity;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What is wrong or doubtful with a definition, for people and for programs. */
public final class Findings {
    private Findings() {}

    /** A line each, in columns: severity, code, place, text. */
    public static String table(List<Finding> findings) {
        int code = width(findings, Finding::code);
        int place = width(findings, Findings::place);
        StringBuilder table = new StringBuilder();
        for (Finding finding : findings) {
            table.append(Columns.left(severity(finding), "warning".length() + 2))
                    .append(Columns.left(finding.code(), code + 2))
                    .append(Columns.left(place(finding), place + 2))
                    .append(finding.text())
                    .append('\n');
        }
        return table.toString();
    }

    private static int width(List<Finding> findings, Function<Finding, String> column) {
        return findings.stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    private static String place(Finding finding) {
        return finding.pointer().isEmpty() ? "/" : finding.pointer();
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    /** A JSON object each, one a line. */
    public static String json(List<Finding> findings) {
        StringBuilder lines = new StringBuilder();
        for (Finding finding : findings) {
            Obj line = Obj.EMPTY
                    .with("severity", Value.text(severity(finding)))
                    .with("code", Value.text(finding.code()))
                    .with("pointer", Value.text(finding.pointer()))
                    .with("text", Value.text(finding.text()));
            lines.append(ValueJson.write(line)).append('\n');
        }
        return lines.toString();
    }

    /** {@code 2 errors, 1 warning}. */
    public static String count(List<Finding> findings) {
        long errors = errors(findings);
        long others = findings.size() - errors;
        return plural(errors, "error") + ", " + plural(others, "warning");
    }

    public static long errors(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
    }

    private static String plural(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
