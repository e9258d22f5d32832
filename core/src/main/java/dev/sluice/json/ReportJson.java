package dev.sluice.json;

import dev.sluice.report.InvalidReportException;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.rules.Finding;
import dev.sluice.types.Arr;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        return new Out()
                .text("name", report.definition().name())
                .put("from", moment(report.range().from(), Instant.MIN))
                .put("to", moment(report.range().to(), Instant.MAX))
                .put("columns", Out.array(report.heads(), ReportJson::head))
                .put(
                        "rows",
                        Arr.of(report.rows().stream()
                                .<Value>map(row -> row(report, row))
                                .toList()))
                .put("total", row(report, report.total()))
                .put("events", Num.of(report.events()))
                .done();
    }

    private static Value moment(Instant at, Instant open) {
        return at.equals(open) ? Value.missing() : Value.text(at.toString());
    }

    private static Value head(Report.Head head) {
        return new Out()
                .text("id", head.id())
                .text("label", head.label())
                .text("kind", ReportForm.KINDS.word(head.kind()))
                .done();
    }

    private static Obj row(Report report, List<Value> row) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            Value shown = report.shown(i, row.get(i));
            members.put(report.heads().get(i).id(), shown.isMissing() ? Null.NULL : shown);
        }
        return Obj.of(members);
    }
}
