package dev.sluice.workbench.page;

import static java.util.Objects.requireNonNull;

import dev.sluice.report.Report;
import dev.sluice.types.Value;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table that a host puts into a page under a heading of its own. All of it is text: markup in it is shown, never followed.
 *
 * @param title the heading
 * @param note a sentence below it; empty for none
 * @param heads the names of the columns
 * @param rows as many cells each as there are heads
 */
public record Section(String title, String note, List<String> heads, List<List<String>> rows) {
    public Section {
        requireNonNull(title, "title");
        requireNonNull(note, "note");
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != heads.size()) {
                throw new IllegalArgumentException(
                        "a row of section '" + title + "' has " + row.size() + " cells, not " + heads.size());
            }
        }
    }

    /** A table without a note. */
    public static Section table(String title, List<String> heads, List<List<String>> rows) {
        return new Section(title, "", heads, rows);
    }

    /** A report under its name. */
    public static Section of(Report report) {
        List<List<String>> rows =
                report.rows().stream().map(row -> cells(report, row)).toList();
        return table(
                report.definition().name(),
                report.heads().stream().map(Report.Head::label).toList(),
                rows);
    }

    private static List<String> cells(Report report, List<Value> row) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> Numbers.of(report, column, row.get(column)))
                .toList();
    }
}
