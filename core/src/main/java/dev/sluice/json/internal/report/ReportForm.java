package dev.sluice.json.internal.report;

import dev.sluice.json.internal.flow.FlowForm;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.report.Period;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.ReportDefinition.Compare;
import dev.sluice.report.ReportDefinition.Filter;
import dev.sluice.report.ReportDefinition.Sort;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;

/** The definition of a report. */
public final class ReportForm {
    public static final Vocabulary KEYS = Vocabulary.of(
                    "a report",
                    "format",
                    "name",
                    "columns",
                    "groupBy",
                    "period",
                    "timeZone",
                    "flows",
                    "sources",
                    "recipients",
                    "ruleSet",
                    "compare",
                    "sort",
                    "limit")
            .alias("timezone", "timeZone");
    public static final Vocabulary PERIOD = Vocabulary.of("a period", "last", "from", "to", "days", "daysAgo");
    private static final Words<Compare> COMPARE = Words.<Compare>of("comparison", "unknown_word")
            .with(Compare.NOTHING, "nothing")
            .with(Compare.PERIOD_BEFORE, "periodBefore");
    static final Words<Report.Kind> KINDS = Words.<Report.Kind>of("kind of column", "unknown_word")
            .with(Report.Kind.NAME, "name")
            .with(Report.Kind.COUNT, "count")
            .with(Report.Kind.PERCENT, "percent")
            .with(Report.Kind.MONEY, "money")
            .with(Report.Kind.MILLIS, "millis")
            .with(Report.Kind.AVERAGE, "average");

    private ReportForm() {}

    public static ReportDefinition read(Node node) {
        Members members = node.members(KEYS);
        members.orNull("format", FlowForm::format);
        return new ReportDefinition(
                members.text("name"),
                members.list("columns", ColumnForm::read),
                members.list("groupBy", ColumnForm::dimension),
                members.or("period", ReportForm::period, Period.ALL),
                members.or("timeZone", Node::zone, ZoneOffset.UTC),
                new Filter(
                        texts(members, "flows"),
                        texts(members, "sources"),
                        texts(members, "recipients"),
                        ConditionForm.readSet(members)),
                members.or("compare", word -> word.word(COMPARE, Compare.NOTHING), Compare.NOTHING),
                members.orNull("sort", ReportForm::sort),
                members.or("limit", Node::smallInteger, 0));
    }

    private static Set<String> texts(Members members, String key) {
        return Set.copyOf(members.list(key, Node::label));
    }

    private static Sort sort(Node node) {
        String text = node.text();
        return text.startsWith("-")
                ? new Sort(text.substring(1), Sort.Direction.DESCENDING)
                : new Sort(text, Sort.Direction.ASCENDING);
    }

    private static Period period(Node node) {
        Members members = node.members(PERIOD);
        try {
            if (members.has("last")) {
                return Period.last(members.need("last", Node::duration, Duration.ofDays(1)));
            }
            if (members.has("days")) {
                return Period.days(
                        members.need("days", Node::smallInteger, 1), members.or("daysAgo", Node::smallInteger, 0));
            }
            return Period.between(
                    members.need("from", ReportForm::moment, Instant.EPOCH),
                    members.need("to", ReportForm::moment, Instant.MAX));
        } catch (IllegalArgumentException wrong) {
            node.faults().wrong("invalid_period", node.pointer(), String.valueOf(wrong.getMessage()));
            return Period.ALL;
        }
    }

    private static Instant moment(Node node) {
        try {
            return Instant.parse(node.text());
        } catch (DateTimeException unreadable) {
            node.faults().wrong("invalid_moment", node.pointer(), "a moment is text such as 2026-03-01T00:00:00Z");
            return Instant.EPOCH;
        }
    }

    public static Obj write(ReportDefinition report) {
        Filter filter = report.filter();
        Sort sort = report.sort();
        return new Out()
                .text("name", report.name())
                .put("columns", Out.array(report.columns(), ColumnForm::write))
                .list("groupBy", report.groupBy(), ColumnForm::write)
                .put("period", period(report.period()))
                .unless(ZoneOffset.UTC, "timeZone", report.zone(), Out::zone)
                .put("flows", texts(filter.flows()))
                .put("sources", texts(filter.sources()))
                .put("recipients", texts(filter.recipients()))
                .optional("ruleSet", filter.ruleSet(), ConditionForm::write)
                .unless(Compare.NOTHING, "compare", report.compare(), what -> Out.text(COMPARE.word(what)))
                .text(
                        "sort",
                        sort == null
                                ? null
                                : (sort.direction() == Sort.Direction.DESCENDING ? "-" : "") + sort.column())
                .unless(0, "limit", report.limit(), limit -> Value.number(limit))
                .done();
    }

    private static Value texts(Set<String> texts) {
        return texts.isEmpty()
                ? Value.missing()
                : Out.array(new TreeSet<>(texts).stream().toList(), Out::text);
    }

    private static Value period(Period period) {
        if (period instanceof Period.Last last) {
            return new Out().text("last", last.length().toString()).done();
        }
        if (period instanceof Period.Between between) {
            return new Out()
                    .text("from", between.from().toString())
                    .text("to", between.to().toString())
                    .done();
        }
        if (period instanceof Period.Days days) {
            return new Out()
                    .put("days", Value.number(days.days()))
                    .unless(0, "daysAgo", days.daysAgo(), ago -> Value.number(ago))
                    .done();
        }
        return Value.missing();
    }
}
