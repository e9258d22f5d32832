package dev.sluice.json.internal.report;

import dev.sluice.json.internal.tree.Out;
import dev.sluice.report.Report;
import dev.sluice.types.Arr;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a report has found. */
public final class ReportResult {
    private ReportResult() {}

    public static Obj write(Report report) {
        return new Out()
                .text("name", report.definition().name())
                .put("from", moment(report.range().from(), Instant.MIN))
                .put("to", moment(report.range().to(), Instant.MAX))
                .put("columns", Out.array(report.heads(), ReportResult::head))
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
