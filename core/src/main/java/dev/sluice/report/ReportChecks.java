package dev.sluice.report;

import dev.sluice.rules.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a definition that can be read. */
final class ReportChecks {
    private ReportChecks() {}

    static List<Finding> of(ReportDefinition report) {
        List<Finding> found = new ArrayList<>();
        if (report.columns().stream().noneMatch(column -> column instanceof Column.Number)) {
            found.add(Finding.error("no_metrics", "/columns", "a report without a metric tells nothing; add a column"));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < report.columns().size(); i++) {
            if (!ids.add(report.columns().get(i).id())) {
                String id = report.columns().get(i).id();
                found.add(Finding.error("duplicate_column", "/columns/" + i, "'" + id + "' is a column twice"));
            }
        }
        sort(report, found);
        if (report.limit() < 0) {
            found.add(Finding.error("negative_limit", "/limit", "a limit is 0 (all rows) or more"));
        }
        return found;
    }

    private static void sort(ReportDefinition report, List<Finding> found) {
        ReportDefinition.Sort sort = report.sort();
        if (sort == null
                || report.shownColumns().stream().anyMatch(column -> column.id().equals(sort.column()))) {
            return;
        }
        String text = "rows cannot be sorted by '" + sort.column() + "', which is no column";
        found.add(Finding.error("unknown_sort", "/sort", text));
    }

    static boolean needs(ReportDefinition report, Needs what) {
        return report.columns().stream()
                .anyMatch(column -> column instanceof Column.Number number
                        && number.metric().needs().contains(what));
    }
}
