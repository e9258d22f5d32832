package dev.sluice.report;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports that most hosts want, by name; each may be given another period, zone or filter. */
public final class StandardReports {
    private static final Map<String, ReportDefinition> KNOWN = new LinkedHashMap<>();

    static {
        put(
                "summary",
                report("Summary")
                        .columns(
                                "submitted",
                                "accepted",
                                "rejected",
                                "acceptance_rate",
                                "delivered",
                                "success_rate",
                                "delivery_rate",
                                "cost",
                                "revenue",
                                "unsettled_revenue",
                                "margin",
                                "margin_percent",
                                "roi",
                                "cpl",
                                "revenue_per_lead",
                                "conversions",
                                "conversion_rate",
                                "returns",
                                "return_rate"));
        put(
                "flows",
                report("Flows")
                        .columns(
                                "flow",
                                "submitted",
                                "accepted",
                                "acceptance_rate",
                                "delivered",
                                "cost",
                                "revenue",
                                "margin"));
        put(
                "sources",
                report("Sources")
                        .columns(
                                "source",
                                "submitted",
                                "accepted",
                                "acceptance_rate",
                                "duplicate_rate",
                                "delivered_leads",
                                "delivery_rate",
                                "cost",
                                "revenue",
                                "margin",
                                "margin_percent",
                                "cpl",
                                "returns",
                                "conversions"));
        put(
                "recipients",
                report("Recipients")
                        .columns(
                                "recipient",
                                "deliveries",
                                "delivered",
                                "failed",
                                "erred",
                                "unknown",
                                "passed_over",
                                "success_rate",
                                "response_time_avg",
                                "response_time_p95",
                                "revenue",
                                "unsettled_revenue",
                                "return_rate",
                                "conversion_rate"));
        put(
                "source-scorecard",
                report("Source scorecard")
                        .columns(
                                "source",
                                "submitted",
                                "acceptance_rate",
                                "delivery_rate",
                                "contact_rate",
                                "conversion_rate",
                                "return_rate",
                                "valid_field_rate",
                                "margin"));
        put(
                "buyer-scorecard",
                report("Buyer scorecard")
                        .columns(
                                "recipient",
                                "deliveries",
                                "success_rate",
                                "response_time_avg",
                                "revenue_per_lead",
                                "return_rate",
                                "conversion_rate",
                                "revenue"));
        put(
                "rejections",
                report("Rejections")
                        .columns("gate", "reason_kind", "rejected")
                        .column(share("rejected"))
                        .largestFirst("rejected"));
        put(
                "bottlenecks",
                report("Bottlenecks")
                        .columns("stage", "leads", "elapsed_total")
                        .column(share("elapsed_total"))
                        .columns("elapsed_avg", "elapsed_p95", "elapsed_max")
                        .largestFirst("elapsed_total"));
        put(
                "trend",
                report("Trend")
                        .columns("day", "submitted", "accepted", "delivered", "cost", "revenue", "margin")
                        .column(new Column.Number(Metric.of("margin"), Column.Show.RUNNING, "Margin so far")));
        put(
                "daily-operations",
                report("Daily operations")
                        .columns(
                                "hour",
                                "submitted",
                                "accepted",
                                "rejected",
                                "delivered",
                                "errors",
                                "response_time_p95",
                                "revenue")
                        .period(Period.days(1, 0)));
        put(
                "delivery-performance",
                report("Delivery Performance")
                        .columns("recipient", "success_rate", "response_time_avg", "errors")
                        .groupBy(TimeDimension.HOUR_OF_DAY)
                        .period(Period.last(Duration.ofHours(24))));
        put("pings", report("Pings").columns("source", "pings", "bids", "ping_success_rate"));
        put("caps", report("Caps").columns("day", "caps_reached", "passed_over"));
    }

    private StandardReports() {}

    private static ReportDefinition.Builder report(String name) {
        return ReportDefinition.builder(name);
    }

    private static Column share(String metric) {
        return new Column.Number(
                Metric.of(metric), Column.Show.SHARE, Metric.of(metric).label() + " %");
    }

    private static void put(String name, ReportDefinition.Builder report) {
        KNOWN.put(name, report.build());
    }

    /** All of them; unmodifiable. */
    public static Map<String, ReportDefinition> all() {
        return Collections.unmodifiableMap(KNOWN);
    }
}
