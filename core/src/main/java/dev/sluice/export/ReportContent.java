package dev.sluice.export;

import dev.sluice.Time;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.export.internal.Place;
import dev.sluice.report.Period;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.Reports;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rows of a report, all in one file. The report runs as at the moment of the export, so a second try tells the same. */
record ReportContent(Reports reports, ReportDefinition definition, RowFormat format, ExportRequest request)
        implements Content {

    /** The moment that a report runs at. */
    record Then(Instant instant) implements Time {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void await(Duration duration) {
            throw new UnsupportedOperationException("nobody waits in the past");
        }
    }

    /** Of {@code report} as it was at {@code asOf}: what came later is not told even where it is of all time. */
    static ReportContent of(
            Reports reports, ReportDefinition report, Instant asOf, RowFormat format, ExportRequest request) {
        Period period = report.period().equals(Period.ALL) ? Period.between(Instant.EPOCH, asOf) : report.period();
        ReportDefinition until = new ReportDefinition(
                report.name(),
                report.columns(),
                report.groupBy(),
                period,
                report.zone(),
                report.filter(),
                report.compare(),
                report.sort(),
                report.limit());
        return new ReportContent(reports, until, format, request);
    }

    /** What is counted stays when leads are purged. */
    @Override
    public boolean isTruncated() {
        return false;
    }

    @Override
    public List<String> columns() {
        return reports.run(definition).heads().stream().map(Report.Head::id).toList();
    }

    @Override
    public Filling.Filled fill(Place from, List<String> columns, OutputStream out, String name) throws IOException {
        Report report = reports.run(definition);
        Shape shape = Shape.of(columns);
        try (OutputStream packed = request.compression().over(out, name)) {
            RowWriter writer = format.open(shape, packed);
            for (List<Value> row : report.rows()) {
                writer.row(row(report, shape, row));
            }
            writer.end();
            Place end = new Place(from.cursor(), report.rows().size(), true);
            return new Filling.Filled(end, report.rows().size(), writer.marked(), 1, false);
        }
    }

    private static Obj row(Report report, Shape shape, List<Value> row) {
        Obj.Builder values = Obj.builder(shape);
        for (int i = 0; i < shape.size(); i++) {
            values.set(i, report.shown(i, row.get(i)));
        }
        return values.build();
    }
}
