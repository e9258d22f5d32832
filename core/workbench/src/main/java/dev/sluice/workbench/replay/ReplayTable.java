package dev.sluice.workbench.replay;

import java.util.List;
import java.util.Locale;

/** The sums of a replay for people. */
final class ReplayTable {
    private static final String ROW = "%-46s %14s %14s %14s%n";

    private final StringBuilder out = new StringBuilder();

    private ReplayTable() {}

    static String of(ReplayReport report) {
        ReplayTable text = new ReplayTable();
        text.out.append(report.size().text());
        boolean first = true;
        for (ReplayReport.Table table : report.tables()) {
            text.head(table, first);
            String indent = first ? "" : "  ";
            table.rows().forEach(row -> text.row(indent, row));
            first = false;
        }
        return text.out.toString();
    }

    /** The first table says what the columns are, the others what they are about. */
    private void head(ReplayReport.Table table, boolean first) {
        if (first) {
            row("", table.heads());
        } else {
            out.append(table.title().toLowerCase(Locale.ROOT)).append(System.lineSeparator());
        }
    }

    private void row(String indent, List<String> cells) {
        String name = indent + cells.get(0);
        out.append(String.format(Locale.ROOT, ROW, name, cells.get(1), cells.get(2), cells.get(3))
                        .stripTrailing())
                .append(System.lineSeparator());
    }
}
