package dev.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.StillTime;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.FieldPrivacy;
import dev.sluice.json.ReportJson;
import dev.sluice.json.ValueJson;
import dev.sluice.report.ReportDefinition.Compare;
import dev.sluice.report.ReportDefinition.Filter;
import dev.sluice.rules.Conditions;
import dev.sluice.rules.RuleSet;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.store.StreamId;
import dev.sluice.types.At;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reports over logs that are worked out by hand. */
class ReportsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Recorded log = new Recorded();
    private final Reports reports = Reports.over(log.events(), "default", new StillTime("2026-03-02T00:00:00Z"));

    @Test
    void what_is_no_lead_is_not_counted_as_one() {
        day();
        String before = reports.run(StandardReports.all().get("summary"))
                .total("submitted")
                .text();
        log.aside("acct_default", "export.completed", "2026-03-01T12:00:00Z")
                .aside("batch_1", "batch.delivered", "2026-03-01T12:00:00Z")
                .aside("ping_1", "ping.received", "2026-03-01T12:00:00Z");

        Report report = reports.run(ReportDefinition.builder("all")
                .columns("leads", "submitted", "pings")
                .build());

        assertThat(report.total("leads").text()).isEqualTo("4");
        assertThat(report.total("submitted").text()).isEqualTo(before).isEqualTo("4");
        assertThat(report.total("pings").text()).isEqualTo("1");
        Report stages = reports.run(ReportDefinition.builder("stages")
                .columns("stage", "leads", "elapsed_total")
                .build());
        assertThat(stages.rows())
                .filteredOn(row -> row.get(0).text().equals("export.completed"))
                .allSatisfy(row -> assertThat(row.get(1).text()).isEqualTo("0"));
        Funnel.Result funnel = reports.funnel(Funnel.SALES, Period.ALL, Filter.NONE);
        assertThat(funnel.stages().get(0).leads()).isEqualTo(4);
    }

    /** Two leads accepted of four: one sold to two buyers, one to nobody; then a conversion and a return of 25.00. */
    private void day() {
        log.lead("a", "web", "2026-03-01T10:00:00Z")
                .submitted()
                .accepted("10.00")
                .enhanced("intel", "0.05", Outcome.SUCCESS, 40)
                .delivered("premier", 1, "25.00", 100)
                .ended("second", 1, Outcome.ERROR, "Timeout", 300)
                .after(SECOND)
                .delivered("second", 2, "5.50", 200)
                .completed("10.00", "30.50");
        log.lead("b", "web", "2026-03-01T11:00:00Z")
                .submitted()
                .accepted("10.00")
                .enhanced("intel", "0.05", Outcome.FAILURE, 60)
                .ended("premier", 1, Outcome.FAILURE, "Duplicate", 400)
                .ended("second", 0, Outcome.SKIP, "Daily cap reached (5/5)", 0)
                .completed("0", "0");
        log.lead("c", "partner", "2026-03-01T11:10:00Z")
                .submitted()
                .rejected("duplicate", "Duplicate: Previously submitted 2026-02-28");
        log.lead("d", "partner", "2026-03-01T11:20:00Z").submitted().rejected("criteria", "State not approved");
        log.lead("e", "web", "2026-03-01T11:30:00Z")
                .test()
                .submitted()
                .accepted("10.00")
                .delivered("premier", 1, "25", 1);
        log.lead("a", "web", "2026-03-01T20:00:00Z")
                .processed("second", "conversion", Obj.EMPTY)
                .processed("premier", "return", Obj.EMPTY.with("revenue_credited", Num.of(new BigDecimal("25.00"))));
    }

    private Report run(String... columns) {
        return reports.run(ReportDefinition.builder("r").columns(columns).build());
    }

    private static String text(Report report) {
        StringBuilder text = new StringBuilder();
        for (List<Value> row : report.rows()) {
            for (int i = 0; i < row.size(); i++) {
                String shown = report.text(i, row.get(i));
                text.append(i == 0 ? "" : " | ").append(shown.isEmpty() ? "-" : shown);
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void counts_and_money_follow_their_formulas() {
        day();

        assertThat(text(run(
                        "leads",
                        "submitted",
                        "accepted",
                        "rejected",
                        "acceptance_rate",
                        "duplicates",
                        "duplicate_rate")))
                .isEqualTo("4 | 4 | 2 | 2 | 50.00 | 1 | 25.00\n");
        assertThat(text(run(
                        "cost",
                        "revenue",
                        "credited_revenue",
                        "margin",
                        "margin_percent",
                        "roi",
                        "cpl",
                        "revenue_per_lead")))
                .as("10.00 + 0 for the lead that failed + 2 x 0.05; 30.50 - 25.00")
                .isEqualTo("10.10 | 5.50 | 25.00 | -4.60 | -83.64 | -45.54 | 5.0500 | 5.5000\n");
        assertThat(text(run("conversions", "returns", "conversion_rate", "return_rate", "cost_per_conversion")))
                .isEqualTo("1 | 1 | 50.00 | 50.00 | 10.1000\n");
    }

    @Test
    void a_chain_of_tries_ends_once_by_its_last_outcome() {
        day();

        assertThat(text(run("deliveries", "delivered", "failed", "erred", "errors", "passed_over", "retried")))
                .isEqualTo("3 | 2 | 1 | 0 | 1 | 1 | 1\n");
        assertThat(text(run("success_rate", "retry_rate", "delivered_leads", "delivery_rate")))
                .as("2 of 3; 1 of 3; 1 lead of 2 accepted")
                .isEqualTo("66.67 | 33.33 | 1 | 50.00\n");
    }

    @Test
    void durations_are_exact() {
        day();

        assertThat(text(run(
                        "response_time_avg",
                        "response_time_min",
                        "response_time_max",
                        "response_time_median",
                        "response_time_p95",
                        "response_time_stddev")))
                .as("100, 300, 200, 400")
                .isEqualTo("250.0 | 100.0 | 400.0 | 200.0 | 400.0 | 111.8\n");
        assertThat(text(run("enhancement_time_avg", "enhancement_hit_rate", "total_time_max")))
                .isEqualTo("50.0 | 50.00 | 1000.0\n");
    }

    @Test
    void rows_are_of_what_the_report_groups_by() {
        day();

        assertThat(text(run("source", "submitted", "accepted", "revenue"))).isEqualTo("""
            partner | 2 | 0 | 0.00
            web | 2 | 2 | 5.50
            """);
        assertThat(text(run("recipient", "success_rate", "returns", "response_time_avg")))
                .isEqualTo("""
                    premier | 50.00 | 1 | 250.0
                    second | 100.00 | 0 | 250.0
                    """);
        assertThat(text(run("gate", "reason_kind", "rejected"))).isEqualTo("""
            criteria | State not approved | 1
            duplicate | Duplicate | 1
            """);
    }

    @Test
    void a_division_by_nothing_has_no_value() {
        assertThat(text(run("submitted", "acceptance_rate", "cpl", "response_time_p95", "margin_percent")))
                .isEmpty();
        assertThat(run("acceptance_rate").total("acceptance_rate").isMissing()).isTrue();
        assertThat(run("submitted").total("submitted")).isEqualTo(Num.of(0));
    }

    @Test
    void hours_are_those_of_the_zone_and_a_repeated_hour_is_two() {
        log.lead("a", "web", "2026-11-01T05:30:00Z").submitted();
        log.lead("b", "web", "2026-11-01T06:30:00Z").submitted();
        log.lead("c", "web", "2026-11-01T07:30:00Z").submitted();
        ReportDefinition hourly = ReportDefinition.builder("r")
                .columns("hour", "submitted")
                .zone(ZoneId.of("America/New_York"))
                .build();

        assertThat(text(reports.run(hourly))).isEqualTo("""
            2026-11-01T01-04:00 | 1
            2026-11-01T01-05:00 | 1
            2026-11-01T02-05:00 | 1
            """);
    }

    @Test
    void hours_without_events_are_told_within_a_period() {
        day();
        ReportDefinition hourly = ReportDefinition.builder("r")
                .columns("hour", "submitted")
                .column(new Column.Number(Metric.of("submitted"), Column.Show.RUNNING, "So far"))
                .column(new Column.Number(Metric.of("submitted"), Column.Show.SHARE, "Share"))
                .period(Period.between(Instant.parse("2026-03-01T09:00:00Z"), Instant.parse("2026-03-01T12:00:00Z")))
                .build();

        assertThat(text(reports.run(hourly))).isEqualTo("""
            2026-03-01T09Z | 0 | 0 | 0.00
            2026-03-01T10Z | 1 | 1 | 25.00
            2026-03-01T11Z | 3 | 4 | 75.00
            """);
    }

    @Test
    void a_time_in_which_nothing_happened_has_no_rows_and_no_rates() {
        day();
        Instant later = Instant.parse("2027-01-01T00:00:00Z");
        for (Period empty : List.of(Period.between(later, later.plus(SECOND)), Period.last(Duration.ofMinutes(1)))) {
            Report report = reports.run(ReportDefinition.builder("empty")
                    .columns("source", "submitted", "acceptance_rate", "revenue", "response_time_p95")
                    .period(empty)
                    .build());

            assertThat(report.rows()).isEmpty();
            assertThat(report.events()).isZero();
            assertThat(report.total("submitted").text()).isEqualTo("0");
            assertThat(report.total("revenue").text()).isEqualTo("0");
            assertThat(report.total("acceptance_rate").isMissing()).isTrue();
            assertThat(report.total("response_time_p95").isMissing()).isTrue();
        }
    }

    @Test
    void ten_years_by_the_minute_of_a_few_events_are_a_few_rows() {
        day();
        ReportDefinition minutes = ReportDefinition.builder("r")
                .columns("minute", "submitted")
                .period(Period.between(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z")))
                .build();

        assertThat(reports.run(minutes).rows()).hasSizeLessThan(10);
    }

    @Test
    void numbers_stand_beside_those_of_the_time_before() {
        day();
        log.lead("z", "web", "2026-02-28T10:00:00Z").submitted().accepted("8.00");
        ReportDefinition daily = ReportDefinition.builder("r")
                .columns("source", "submitted", "acceptance_rate")
                .period(Period.days(1, 1))
                .compare(Compare.PERIOD_BEFORE)
                .build();

        assertThat(text(reports.run(daily))).isEqualTo("""
            partner | 2 | 0 | 2 | - | 0.00 | - | - | -
            web | 2 | 1 | 1 | 100.00 | 100.00 | 100.00 | 0.00 | 0.00
            """);
    }

    @Test
    void leads_are_grouped_by_fields_parts_and_ranges_but_never_by_whole_personal_values() {
        Parsing parsing = Parsing.at(At.utc(Instant.EPOCH));
        for (int i = 0; i < 3; i++) {
            log.lead("l" + i, "web", "2026-03-01T10:00:00Z")
                    .submitted()
                    .with(
                            "email",
                            FieldTypes.standard()
                                    .named("email")
                                    .orElseThrow()
                                    .parse(new Text("p" + i + "@example.com"), parsing))
                    .with(
                            "state",
                            FieldTypes.standard().named("state").orElseThrow().parse(new Text("Texas"), parsing))
                    .with(
                            "income",
                            FieldTypes.standard()
                                    .named("number")
                                    .orElseThrow()
                                    .parse(new Text(Integer.toString(i * 100)), parsing))
                    .with("note", new Text("hello"))
                    .accepted("1");
        }

        assertThat(text(by(Dimension.field("lead.state")))).isEqualTo("TX | 3 | 3\n");
        assertThat(text(by(Dimension.field("lead.email.domain")))).isEqualTo("example.com | 3 | 3\n");
        assertThat(text(by(Dimension.ranges("lead.income", List.of(new BigDecimal("100"), new BigDecimal("200"))))))
                .isEqualTo("below 100 | 1 | 1\n100 to below 200 | 1 | 1\n200 and more | 1 | 1\n");
        for (String personal : List.of("lead.email", "lead.email.user", "lead.note", "email", "lead.income")) {
            assertThatThrownBy(() -> by(Dimension.field(personal)))
                    .as(personal)
                    .isInstanceOf(InvalidReportException.class)
                    .hasMessageContaining("personal_group")
                    .hasMessageNotContaining("example.com")
                    .hasMessageNotContaining("hello");
        }
        Reports declared = reports.fields(Map.of("note", new FieldPrivacy(Pii.NONE, MaskStyle.PARTIAL)));
        assertThat(text(declared.run(definition(Dimension.field("lead.note"))))).isEqualTo("hello | 3 | 3\n");
    }

    private Report by(Dimension dimension) {
        return reports.run(definition(dimension));
    }

    private static ReportDefinition definition(Dimension dimension) {
        return ReportDefinition.builder("r")
                .groupBy(dimension)
                .columns("submitted", "accepted")
                .build();
    }

    @Test
    void rules_choose_leads_and_filters_choose_events() {
        day();
        RuleSet fromTexas = RuleSet.and(List.of(Conditions.field("lead.state").isEqualTo("TX")));
        log.lead("t", "web", "2026-03-01T12:00:00Z")
                .submitted()
                .with("state", new Text("TX"))
                .accepted("1");

        assertThat(text(filtered(new Filter(Set.of(), Set.of(), Set.of(), fromTexas))))
                .isEqualTo("1 | 1 | 0\n");
        assertThat(text(filtered(new Filter(Set.of(), Set.of("partner"), Set.of(), null))))
                .isEqualTo("2 | 0 | 0\n");
        assertThat(text(filtered(new Filter(Set.of(), Set.of(), Set.of("second"), null))))
                .isEqualTo("0 | 0 | 1\n");
        assertThat(text(filtered(new Filter(Set.of("other"), Set.of(), Set.of(), null))))
                .isEmpty();
    }

    private Report filtered(Filter filter) {
        return reports.run(ReportDefinition.builder("r")
                .columns("submitted", "accepted", "delivered")
                .filter(filter)
                .build());
    }

    @Test
    void a_log_that_is_only_read_in_its_own_order_gives_the_same_in_several_passes() {
        day();
        ReportDefinition all = StandardReports.all().get("source-scorecard");
        Events inOrder = new Events() {
            @Override
            public List<Event> stream(StreamId stream) {
                return log.events().stream(stream);
            }

            @Override
            public Page<Event> after(Cursor cursor, int limit) {
                return log.events().after(cursor, Math.min(limit, 3));
            }
        };

        Report one = reports.run(all);
        Report other = Reports.over(inOrder, "default", new StillTime("2026-03-02T00:00:00Z"))
                .run(all);

        assertThat(other).isEqualTo(one);
        assertThat(other.rows()).isNotEmpty();
    }

    @Test
    void leads_go_down_a_funnel_in_order() {
        day();

        Funnel.Result result = reports.funnel(Funnel.SALES, Period.ALL, Filter.NONE);

        assertThat(result.stages())
                .extracting(Funnel.Stage::name)
                .containsExactly("submitted", "accepted", "delivered", "converted");
        assertThat(result.stages()).extracting(Funnel.Stage::leads).containsExactly(4L, 2L, 1L, 1L);
        assertThat(result.stages().get(2).ofFirst())
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("25"));
        assertThat(result.stages().get(2).ofPrevious())
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("50"));
    }

    @Test
    void the_documents_delivery_report_reads_runs_and_writes() {
        day();
        ReportDefinition report = ReportDefinition.parse(Golden.text("delivery-performance.json"));

        assertThat(ReportDefinition.parse(report.toJson())).isEqualTo(report);
        assertThat(StandardReports.all().get("delivery-performance")).isEqualTo(report);
        assertThat(ValueJson.write(ReportJson.write(reports.run(report))))
                .isEqualToIgnoringNewLines(Golden.text("delivery-performance-result.json"));
    }

    @Test
    void everything_wrong_with_a_definition_is_told_with_its_place() {
        assertThatThrownBy(() -> ReportDefinition.parse(
                        "{\"name\":\"x\",\"columns\":[\"revnue\",{\"metric\":\"nothing\"}],\"grupBy\":[],\"period\":{\"last\":\"soon\"},"
                                + "\"groupBy\":[{\"field\":\"lead.age\",\"ranges\":[5,3]}],\"timeZone\":\"Mars\"}"))
                .isInstanceOfSatisfying(InvalidReportException.class, invalid -> assertThat(invalid.findings())
                        .extracting(finding -> finding.code() + " " + finding.pointer())
                        .containsExactlyInAnyOrder(
                                "unknown_key /grupBy",
                                "unknown_column /columns/0",
                                "unknown_metric /columns/1/metric",
                                "invalid_ranges /groupBy/0/ranges",
                                "invalid_duration /period/last",
                                "unknown_time_zone /timeZone"));
        assertThat(reports.check(ReportDefinition.builder("r")
                        .columns("source")
                        .largestFirst("x")
                        .limit(-1)
                        .build()))
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly("no_metrics /columns", "unknown_sort /sort", "negative_limit /limit");
    }
}
