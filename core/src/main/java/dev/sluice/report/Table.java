package dev.sluice.report;

import dev.sluice.report.Period.Range;
import dev.sluice.report.ReportDefinition.Sort;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a report from what was counted: values, order, gaps in time, shares, sums so far. */
final class Table {
    /** More stretches of time than are filled in where nothing happened. */
    private static final int MOST_FILLED = 10_000;

    private final ReportDefinition report;
    private final Reports.Counted now;
    private final List<Column> columns;
    private final List<Dimension> dimensions;
    private final List<Report.Head> heads = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    Table(ReportDefinition report, Reports.Counted now) {
        this.report = report;
        this.now = now;
        this.columns = report.shownColumns();
        this.dimensions = report.dimensions();
    }

    /** What stands in a column of a group, given what was counted of it now and before. */
    private interface Cell {
        Value of(List<Value> group, Tally now, Tally before);
    }

    Report made() {
        columns.forEach(column -> {
            if (column instanceof Column.Number number) {
                number(number, column.id(), column.label(), (metric, now, before) -> metric.of(now));
            } else {
                group((Column.Group) column);
            }
        });
        return report(new HashMap<>(), new Tally());
    }

    Report comparedWith(Reports.Counted before) {
        columns.forEach(column -> {
            if (column instanceof Column.Number number) {
                compared(number);
            } else {
                group((Column.Group) column);
            }
        });
        Map<List<Value>, Tally> then = new HashMap<>(before.groups().tallies());
        if (report.line().isEmpty()) {
            then.keySet().forEach(now.groups()::add);
        }
        return report(then, before.groups().total());
    }

    private void compared(Column.Number number) {
        String id = number.id();
        String label = number.label();
        number(number, id, label, (metric, now, before) -> metric.of(now));
        number(number, id + "_before", label + " before", (metric, now, before) -> metric.of(before));
        number(
                number,
                id + "_change",
                label + " +/-",
                (metric, now, before) -> change(metric.of(now), metric.of(before)));
        heads.add(new Report.Head(id + "_change_percent", label + " +/- %", Report.Kind.PERCENT));
        cells.add((group, now, before) ->
                value(percentChange(number.metric().of(now), number.metric().of(before))));
    }

    private static @Nullable BigDecimal change(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now == null || before == null ? null : now.subtract(before);
    }

    private static @Nullable BigDecimal percentChange(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now == null || before == null ? null : Ratio.percent(now.subtract(before), before.abs());
    }

    private interface Formula {
        @Nullable BigDecimal of(Metric metric, Tally now, Tally before);
    }

    private void number(Column.Number column, String id, String label, Formula formula) {
        boolean share = column.show() == Column.Show.SHARE;
        heads.add(new Report.Head(
                id,
                label,
                share ? Report.Kind.PERCENT : Report.Kind.of(column.metric().kind())));
        Tally total = now.groups().total();
        cells.add((group, now, before) -> {
            BigDecimal number = formula.of(column.metric(), now, before);
            if (number == null || !share) {
                return value(number);
            }
            BigDecimal whole = column.metric().of(total);
            return value(whole == null ? null : Ratio.percent(number, whole));
        });
    }

    private void group(Column.Group column) {
        int place = dimensions.indexOf(column.dimension());
        heads.add(new Report.Head(column.id(), column.label(), Report.Kind.NAME));
        cells.add((group, now, before) -> group.isEmpty() ? Value.missing() : group.get(place));
    }

    private static Value value(@Nullable BigDecimal number) {
        return number == null ? Value.missing() : Num.of(number);
    }

    private Report report(Map<List<Value>, Tally> before, Tally totalBefore) {
        fillGaps();
        Tally nothing = new Tally();
        List<List<Value>> rows = new ArrayList<>();
        Map<List<Value>, Tally> tallies = now.groups().tallies();
        tallies.keySet().stream()
                .sorted(byGroups())
                .forEach(group -> rows.add(
                        row(group, tallies.getOrDefault(group, nothing), before.getOrDefault(group, nothing))));
        sort(rows);
        addUp(rows);
        boolean all = report.limit() == 0 || report.limit() > rows.size();
        List<List<Value>> shown = all ? rows : rows.subList(0, report.limit());
        return new Report(
                report, now.range(), heads, shown, row(List.of(), now.groups().total(), totalBefore), now.events());
    }

    private List<Value> row(List<Value> group, Tally current, Tally before) {
        return cells.stream().map(cell -> cell.of(group, current, before)).toList();
    }

    /** A group for each stretch of the time asked for, where that has a beginning and an end. */
    private void fillGaps() {
        report.line().ifPresent(line -> {
            Range range = isOpen(now.range()) ? null : now.range();
            if (range != null) {
                List<List<Value>> stretches = new ArrayList<>();
                ZonedDateTime at = range.from().atZone(report.zone());
                while (at.toInstant().isBefore(range.to()) && stretches.size() <= MOST_FILLED) {
                    stretches.add(List.of(new Text(line.of(at))));
                    at = line.next(at);
                }
                if (stretches.size() <= MOST_FILLED) {
                    stretches.forEach(now.groups()::add);
                }
            }
        });
    }

    /** Whether nobody knows where it begins, or where it ends. */
    private static boolean isOpen(Range range) {
        return range.from().equals(Instant.MIN) || range.to().equals(Instant.MAX);
    }

    private Comparator<List<Value>> byGroups() {
        return (one, other) -> {
            for (int i = 0; i < one.size(); i++) {
                int order = compare(dimensions.get(i), one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    /** Ranges by their numbers, all others by their names; who has none is last. */
    private static int compare(Dimension dimension, Value one, Value other) {
        if (one.isMissing() || other.isMissing()) {
            return Boolean.compare(one.isMissing(), other.isMissing());
        }
        if (dimension instanceof RangeDimension ranges) {
            return Integer.compare(ranges.order(one.text()), ranges.order(other.text()));
        }
        return one.text().compareTo(other.text());
    }

    private void sort(List<List<Value>> rows) {
        Sort sort = report.sort();
        if (sort == null) {
            return;
        }
        int column = heads.stream().map(Report.Head::id).toList().indexOf(sort.column());
        Function<List<Value>, Value> cell = row -> row.get(column);
        rows.sort((one, other) -> {
            Value first = cell.apply(one);
            Value second = cell.apply(other);
            if (first.isMissing() || second.isMissing()) {
                return Boolean.compare(first.isMissing(), second.isMissing());
            }
            int order = first instanceof Num a && second instanceof Num b
                    ? a.value().compareTo(b.value())
                    : first.text().compareTo(second.text());
            return sort.direction() == Sort.Direction.ASCENDING ? order : -order;
        });
    }

    /** Columns of sums so far, now that the order is known. */
    private void addUp(List<List<Value>> rows) {
        for (int i = 0; i < heads.size(); i++) {
            if (isRunning(heads.get(i).id())) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int row = 0; row < rows.size(); row++) {
                    List<Value> cells = new ArrayList<>(rows.get(row));
                    sum = cells.get(i) instanceof Num number ? sum.add(number.value()) : sum;
                    cells.set(i, Num.of(sum));
                    rows.set(row, List.copyOf(cells));
                }
            }
        }
    }

    private boolean isRunning(String id) {
        return columns.stream()
                .anyMatch(column -> column.id().equals(id)
                        && column instanceof Column.Number number
                        && number.show() == Column.Show.RUNNING);
    }
}
