package dev.sluice.json;

import dev.sluice.json.internal.report.ReportForm;
import dev.sluice.json.internal.report.ReportResult;
import dev.sluice.json.internal.tree.Faults;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.report.InvalidReportException;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.rules.Finding;
import dev.sluice.types.Obj;
import java.util.List;

/**
 * Definitions of reports, and reports, as JSON. Reading is strict as that of flows is: unknown keys and names are faults, each
 * with its JSON pointer. Safe on any thread.
 */
public final class ReportJson {
    private ReportJson() {}

    /**
     * Reads a definition.
     *
     * @throws InvalidReportException with everything that is wrong with it
     */
    public static ReportDefinition read(String json) {
        Faults faults = new Faults();
        try {
            ReportDefinition report =
                    ReportForm.read(new Node(ValueJson.read(json, JsonLimits.definition()), "", faults));
            if (!faults.isEmpty()) {
                throw new InvalidReportException(faults.with(List.of()));
            }
            return report;
        } catch (InvalidJsonException e) {
            throw new InvalidReportException(List.of(Finding.error(e.code(), "", String.valueOf(e.getMessage()))));
        }
    }

    /** The definition on one line with sorted keys. */
    public static String write(ReportDefinition report) {
        return ValueJson.canonical(ReportForm.write(report));
    }

    /**
     * A report: {@code {"name","from","to","columns":[{"id","label","kind"}],"rows":[{...}],"total":{...},"events"}}. Numbers
     * are rounded as their kind is shown; a value that is not there is null.
     */
    public static Obj write(Report report) {
        return ReportResult.write(report);
    }
}
