package dev.sluice.report;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a report came to. Immutable.
 *
 * @param definition what was asked
 * @param range of which time
 * @param heads the columns
 * @param rows a value for each column; missing where there is none
 * @param total the same over all groups, without names in the columns of groups
 * @param events how many events were counted
 */
public record Report(
        ReportDefinition definition,
        Period.Range range,
        List<Head> heads,
        List<List<Value>> rows,
        List<Value> total,
        long events) {
    public Report {
        requireNonNull(definition, "definition");
        requireNonNull(range, "range");
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        total = List.copyOf(total);
    }

    /**
     * A column.
     *
     * @param id unique in the report
     * @param label for people
     * @param kind how its numbers are shown; of names {@link Kind#NAME}
     */
    public record Head(String id, String label, Kind kind) {
        public Head {
            requireNonNull(id, "id");
            requireNonNull(label, "label");
            requireNonNull(kind, "kind");
        }
    }

    /** What stands in a column. */
    public enum Kind {
        NAME,
        COUNT,
        PERCENT,
        MONEY,
        /** Milliseconds. */
        MILLIS,
        AVERAGE;

        static Kind of(Metric.Kind metric) {
            return valueOf(metric.name());
        }
    }

    /** A value of a column as people read it: numbers rounded half up, with as many digits as their kind asks. */
    public Value shown(int column, Value value) {
        Kind kind = heads.get(column).kind();
        if (kind == Kind.NAME || !(value instanceof Num number)) {
            return value;
        }
        BigDecimal rounded = Metric.Kind.valueOf(kind.name()).shown(number.value());
        return Num.spelled(rounded, rounded.toPlainString());
    }

    /** The same as text; empty where there is no value. */
    public String text(int column, Value value) {
        Value shown = shown(column, value);
        return shown instanceof Num number ? number.spelling() : shown.isMissing() ? "" : shown.text();
    }

    /**
     * The value of a column in a row, exact.
     *
     * @throws IllegalArgumentException if the report has no such column
     */
    public Value value(List<Value> row, String column) {
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i).id().equals(column)) {
                return row.get(i);
            }
        }
        throw new IllegalArgumentException("report '" + definition.name() + "' has no column '" + column + "'");
    }

    /** The value of a column over all groups. */
    public Value total(String column) {
        return value(total, column);
    }
}
