package dev.sluice.cli.log;

import dev.sluice.cli.frame.Columns;
import dev.sluice.report.Funnel;
import dev.sluice.report.Report;
import dev.sluice.report.Report.Head;
import dev.sluice.report.Report.Kind;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports as text: tables for people, CSV (RFC 4180) for programs. */
public final class ReportText {
    /** Characters that make a spreadsheet run what stands in a cell. */
    private static final String FORMULA = "=+-@\t\r";

    private ReportText() {}

    public static String table(Report report) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(report.heads().stream().map(Head::label).toList());
        report.rows().forEach(row -> lines.add(cells(report, row, "-")));
        boolean several = report.rows().size() > 1;
        if (several) {
            List<String> total = new ArrayList<>(cells(report, report.total(), ""));
            if (report.heads().get(0).kind() == Kind.NAME) {
                total.set(0, "all");
            }
            lines.add(total);
        }
        return report.definition().name() + range(report) + "\n\n"
                + aligned(
                        lines,
                        report.heads().stream()
                                .map(head -> head.kind() == Kind.NAME)
                                .toList());
    }

    private static String range(Report report) {
        String from = report.range().from().equals(Instant.MIN)
                ? ""
                : " from " + report.range().from();
        String to = report.range().to().equals(Instant.MAX)
                ? ""
                : " to " + report.range().to();
        return from + to + " (" + report.events() + " events)";
    }

    private static List<String> cells(Report report, List<Value> row, String none) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String text = report.text(i, row.get(i));
            cells.add(text.isEmpty() ? none : printable(text));
        }
        return cells;
    }

    /** One line, whatever a name holds. */
    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return out.toString();
    }

    private static String aligned(List<List<String>> lines, List<Boolean> names) {
        StringBuilder out = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                int column = i;
                int width = lines.stream()
                        .mapToInt(each -> each.get(column).length())
                        .max()
                        .orElse(0);
                text.append(i == 0 ? "" : "  ")
                        .append(names.get(i) ? Columns.left(line.get(i), width) : Columns.right(line.get(i), width));
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    static String csv(Report report) {
        StringBuilder out = new StringBuilder();
        out.append(String.join(
                        ",",
                        report.heads().stream().map(head -> quoted(head.id())).toList()))
                .append('\n');
        for (List<Value> row : report.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                String text = report.text(i, row.get(i));
                cells.add(report.heads().get(i).kind() == Kind.NAME ? quoted(harmless(text)) : text);
            }
            out.append(String.join(",", cells)).append('\n');
        }
        return out.toString();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    static String funnel(Funnel.Result result) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("Step", "Leads", "% of first", "% of step before"));
        result.stages()
                .forEach(stage -> lines.add(List.of(
                        stage.name(),
                        Long.toString(stage.leads()),
                        percent(stage.ofFirst()),
                        percent(stage.ofPrevious()))));
        return aligned(lines, List.of(true, false, false, false));
    }

    private static String percent(Optional<BigDecimal> share) {
        return share.map(number -> number.setScale(2, RoundingMode.HALF_UP).toPlainString())
                .orElse("-");
    }
}
