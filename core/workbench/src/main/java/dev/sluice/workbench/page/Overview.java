package dev.sluice.workbench.page;

import static java.util.Objects.requireNonNull;

import dev.sluice.report.Funnel;
import dev.sluice.report.Period;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.ReportDefinition.Filter;
import dev.sluice.report.Reports;
import dev.sluice.report.StandardReports;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The figures of a page: each is a report's. */
final class Overview {
    /** More bars than this cannot be told apart. */
    private static final int MOST_BARS = 130;

    private static final int FEW_BARS = 2;
    private static final int MOST_ROWS = 100;
    private static final int MOST_REASONS = 15;

    private final Reports reports;
    private final Period period;
    private final ZoneId zone;
    private final Markup out = new Markup();

    Overview(Reports reports, Period period, ZoneId zone) {
        this.reports = reports;
        this.period = period;
        this.zone = zone;
    }

    /** All sections with figures. */
    String markup() {
        tiles(standard("summary"));
        funnel();
        overTime();
        reasons();
        scorecards();
        money();
        slowest();
        return out.toString();
    }

    private Report standard(String name) {
        return run(requireNonNull(StandardReports.all().get(name), name));
    }

    private Report run(ReportDefinition report) {
        return reports.run(report.in(period).in(zone));
    }

    private void tiles(Report summary) {
        out.section("summary", "Summary").raw("<dl class=\"tiles\">\n");
        tile(summary, "Submitted", "submitted", "");
        tile(summary, "Accepted", "accepted", "acceptance_rate");
        tile(summary, "Rejected", "rejected", "");
        tile(summary, "Delivered", "delivered", "delivery_rate");
        tile(summary, "Revenue", "revenue", "");
        tile(summary, "Cost", "cost", "");
        tile(summary, "Margin", "margin", "margin_percent");
        tile(summary, "Converted", "conversions", "conversion_rate");
        tile(summary, "Returned", "returns", "return_rate");
        tile(summary, "Unsettled", "unsettled_revenue", "");
        out.raw("</dl>\n").end();
    }

    private void tile(Report summary, String label, String column, String share) {
        out.raw("<div><dt>").text(label).raw("</dt><dd>").text(total(summary, column));
        if (!share.isEmpty()) {
            out.raw(" <small>").text(total(summary, share)).raw("</small>");
        }
        out.raw("</dd></div>\n");
    }

    private static String total(Report report, String column) {
        for (int i = 0; i < report.heads().size(); i++) {
            if (report.heads().get(i).id().equals(column)) {
                return Numbers.of(report, i, report.total().get(i));
            }
        }
        throw new IllegalStateException("the summary has no column " + column);
    }

    private void funnel() {
        out.section("funnel", "Funnel").raw("<ol class=\"bars\">\n");
        for (Funnel.Stage stage :
                reports.funnel(Funnel.SALES, period, Filter.NONE).stages()) {
            String shares = stage.ofFirst()
                            .map(each -> " \u00b7 " + percent(each) + " of all")
                            .orElse("")
                    + stage.ofPrevious()
                            .map(each -> " \u00b7 " + percent(each) + " of the step before")
                            .orElse("");
            double width = stage.ofFirst().map(BigDecimal::doubleValue).orElse(0.0);
            out.bar(stage.name(), width, Numbers.grouped(stage.leads()) + shares);
        }
        out.raw("</ol>\n").end();
    }

    private static String percent(BigDecimal share) {
        return share.setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    private void overTime() {
        Report report = trend();
        TimeChart chart = new TimeChart(report);
        out.section("time", "Accepted and rejected over time")
                .raw("<p class=\"key\"><span class=\"yes\">accepted</span> <span class=\"no\">rejected</span></p>\n")
                .raw(chart.svg())
                .raw(chart.axis())
                .raw("<details><summary>Numbers</summary>\n")
                .table(report, "Leads over time")
                .raw("</details>\n")
                .end();
    }

    /** Figures of every stretch of time from the first event to the last, those in which nothing happened too. */
    private Report trend() {
        Report byDay = run(trend("day"));
        if (byDay.rows().isEmpty()) {
            return byDay;
        }
        LocalDate first = day(byDay, 0);
        LocalDate last = day(byDay, byDay.rows().size() - 1);
        Period.Range range = byDay.range();
        Instant from = range.from().equals(Instant.MIN) ? start(first) : range.from();
        Instant to = range.to().equals(Instant.MAX) ? start(last.plusDays(1)) : range.to();
        String bucket = bucket(ChronoUnit.DAYS.between(first, last) + 1);
        return reports.run(trend(bucket).in(Period.between(from, to)).in(zone));
    }

    private static LocalDate day(Report byDay, int row) {
        return LocalDate.parse(byDay.text(0, byDay.rows().get(row).get(0)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Stretches of which there are enough to see something, and not too many. */
    private static String bucket(long days) {
        if (days <= FEW_BARS) {
            return "hour";
        }
        return days <= MOST_BARS ? "day" : days <= MOST_BARS * 7L ? "week" : days <= MOST_BARS * 30L ? "month" : "year";
    }

    private static ReportDefinition trend(String bucket) {
        return ReportDefinition.builder("Over time")
                .columns(bucket, "submitted", "accepted", "rejected", "delivered", "revenue", "margin")
                .build();
    }

    private void reasons() {
        Report rejections = run(ReportDefinition.builder("Reasons")
                .columns("reason_kind", "rejected")
                .largestFirst("rejected")
                .build());
        out.section("reasons", "Top reasons").element("h3", "Why leads were rejected");
        bars(rejections, "rejected");
        Report refusals = run(ReportDefinition.builder("Refusals")
                .columns("reason_kind", "errors")
                .columns("failed", "erred", "unknown", "passed_over")
                .largestFirst("failed")
                .build());
        out.element("h3", "Why deliveries failed");
        List<List<Value>> rows = refusals.rows().stream()
                .filter(row -> !row.get(0).isMissing() && row.stream().skip(1).anyMatch(Overview::isSome))
                .limit(MOST_REASONS)
                .toList();
        if (rows.isEmpty()) {
            out.element("p", "None did.");
        } else {
            out.table(with(refusals, rows), "Why deliveries failed");
        }
        out.end();
    }

    private static boolean isSome(Value value) {
        return value instanceof Num number && number.value().signum() > 0;
    }

    private static Report with(Report report, List<List<Value>> rows) {
        return new Report(report.definition(), report.range(), report.heads(), rows, report.total(), report.events());
    }

    private void bars(Report report, String column) {
        List<List<Value>> rows = report.rows().stream()
                .filter(row -> isSome(report.value(row, column)))
                .limit(MOST_REASONS)
                .toList();
        if (rows.isEmpty()) {
            out.element("p", "None was.");
            return;
        }
        double most = number(report.value(rows.get(0), column));
        out.raw("<ol class=\"bars red\">\n");
        rows.forEach(row -> out.bar(
                Numbers.of(report, 0, row.get(0)), 100 * number(report.value(row, column)) / most, words(report, row)));
        out.raw("</ol>\n");
    }

    private static String words(Report report, List<Value> row) {
        return Numbers.of(report, 1, row.get(1));
    }

    private static double number(Value value) {
        return value instanceof Num number ? number.value().doubleValue() : 0;
    }

    private void scorecards() {
        section("sources", "Sources", standard("source-scorecard"));
        section("buyers", "Buyers", standard("buyer-scorecard"));
    }

    private void money() {
        Report bySource = run(ReportDefinition.builder("Money")
                .columns(
                        "source", "accepted", "cost", "revenue", "unsettled_revenue", "margin", "margin_percent", "cpl")
                .build());
        Report byBuyer = run(ReportDefinition.builder("Revenue")
                .columns("recipient", "delivered", "revenue", "credited_revenue", "unsettled_revenue")
                .build());
        out.section("money", "Money");
        table(bySource, "Money by source");
        table(byBuyer, "Revenue by buyer");
        out.end();
    }

    private void slowest() {
        section("slow", "Slowest steps", standard("bottlenecks"));
    }

    private void section(String id, String title, Report report) {
        out.section(id, title);
        table(report, title);
        out.end();
    }

    /** The first rows of a long report; what is left out is told. */
    private void table(Report report, String caption) {
        if (report.rows().isEmpty()) {
            out.element("p", "There is nothing to tell of.");
            return;
        }
        List<List<Value>> rows = report.rows().stream().limit(MOST_ROWS).toList();
        out.table(with(report, rows), caption);
        int more = report.rows().size() - rows.size();
        if (more > 0) {
            out.element("p", "and " + Numbers.grouped(more) + " more; the total counts them too.");
        }
    }
}
