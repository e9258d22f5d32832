package dev.sluice.report;

import static java.util.Objects.requireNonNull;

import dev.sluice.json.ReportJson;
import dev.sluice.rules.RuleSet;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells. Immutable; test leads are never counted.
 *
 * @param name for people
 * @param columns in their order; dimensions among them group the report as well
 * @param groupBy what rows are of, before the dimensions among the columns
 * @param period of which time
 * @param zone of its days and hours
 * @param filter of which events
 * @param compare whether each number stands beside that of the time before
 * @param sort by which column; by the groups when null
 * @param limit how many rows at most; 0 for all
 */
public record ReportDefinition(
        String name,
        List<Column> columns,
        List<Dimension> groupBy,
        Period period,
        ZoneId zone,
        Filter filter,
        Compare compare,
        @Nullable Sort sort,
        int limit) {
    public ReportDefinition {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        groupBy = List.copyOf(groupBy);
        requireNonNull(period, "period");
        requireNonNull(zone, "zone");
        requireNonNull(filter, "filter");
        requireNonNull(compare, "compare");
    }

    /** With what numbers are compared. */
    public enum Compare {
        NOTHING,
        /** As long a time right before. */
        PERIOD_BEFORE
    }

    /**
     * Which events count. What is empty filters nothing.
     *
     * @param flows ids of flows
     * @param sources ids of sources
     * @param recipients entities, or steps where there is none; only events of deliveries and feedback have one
     * @param ruleSet rules over the lead as its last event in the period has it; all events of a lead count, or none
     */
    public record Filter(
            Set<String> flows,
            Set<String> sources,
            Set<String> recipients,
            @Nullable RuleSet ruleSet) {
        /** Everything. */
        public static final Filter NONE = new Filter(Set.of(), Set.of(), Set.of(), null);

        public Filter {
            flows = Set.copyOf(flows);
            sources = Set.copyOf(sources);
            recipients = Set.copyOf(recipients);
        }
    }

    /**
     * The order of rows; equal ones by their groups.
     *
     * @param column the id of a column
     * @param direction up or down; rows without a value are last
     */
    public record Sort(String column, Direction direction) {
        public Sort {
            requireNonNull(column, "column");
            requireNonNull(direction, "direction");
        }

        /** Which comes first. */
        public enum Direction {
            ASCENDING,
            DESCENDING
        }
    }

    /** Starts a report of all time in UTC. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Reads a definition.
     *
     * @throws InvalidReportException with everything that is wrong with it
     */
    public static ReportDefinition parse(String json) {
        return ReportJson.read(json);
    }

    /** The definition on one line; reading it gives an equal one. */
    public String toJson() {
        return ReportJson.write(this);
    }

    /** By what rows are grouped, in the order of their columns. */
    List<Dimension> dimensions() {
        Set<Dimension> all = new LinkedHashSet<>(groupBy);
        columns.forEach(column -> {
            if (column instanceof Column.Group group) {
                all.add(group.dimension());
            }
        });
        return List.copyOf(all);
    }

    /** All columns of the result: dimensions that are not named among the columns stand first. */
    List<Column> shownColumns() {
        List<Column> shown = new ArrayList<>();
        for (Dimension dimension : groupBy) {
            boolean named = columns.stream()
                    .anyMatch(column -> column instanceof Column.Group group
                            && group.dimension().equals(dimension));
            if (!named) {
                shown.add(Column.of(dimension));
            }
        }
        shown.addAll(columns);
        return shown;
    }

    Optional<TimeDimension> line() {
        List<Dimension> all = dimensions();
        return all.size() == 1 && all.get(0) instanceof TimeDimension time && time.isLine()
                ? Optional.of(time)
                : Optional.empty();
    }

    /** This report of another time. */
    public ReportDefinition in(Period other) {
        return new ReportDefinition(name, columns, groupBy, other, zone, filter, compare, sort, limit);
    }

    /** This report by the clock of another zone. */
    public ReportDefinition in(ZoneId other) {
        return new ReportDefinition(name, columns, groupBy, period, other, filter, compare, sort, limit);
    }

    /** This report of other events. */
    public ReportDefinition of(Filter other) {
        return new ReportDefinition(name, columns, groupBy, period, zone, other, compare, sort, limit);
    }

    /** Collects a definition. Not safe for several threads. */
    public static final class Builder {
        private final String name;
        private final List<Column> columns = new ArrayList<>();
        private final List<Dimension> groupBy = new ArrayList<>();
        private Period period = Period.ALL;
        private ZoneId zone = ZoneOffset.UTC;
        private Filter filter = Filter.NONE;
        private Compare compare = Compare.NOTHING;
        private @Nullable Sort sort;
        private int limit;

        private Builder(String name) {
            this.name = requireNonNull(name, "name");
        }

        /** Adds columns by the names of metrics and dimensions. */
        public Builder columns(String... names) {
            for (String each : names) {
                columns.add(Dimension.named(each).map(Column::of).orElseGet(() -> Column.of(Metric.of(each))));
            }
            return this;
        }

        public Builder column(Column column) {
            columns.add(requireNonNull(column, "column"));
            return this;
        }

        public Builder groupBy(Dimension... dimensions) {
            groupBy.addAll(List.of(dimensions));
            return this;
        }

        public Builder period(Period when) {
            this.period = requireNonNull(when, "when");
            return this;
        }

        public Builder zone(ZoneId id) {
            this.zone = requireNonNull(id, "id");
            return this;
        }

        public Builder filter(Filter which) {
            this.filter = requireNonNull(which, "which");
            return this;
        }

        public Builder compare(Compare with) {
            this.compare = requireNonNull(with, "with");
            return this;
        }

        /** By a column, the largest first. */
        public Builder largestFirst(String column) {
            this.sort = new Sort(column, Sort.Direction.DESCENDING);
            return this;
        }

        public Builder limit(int rows) {
            this.limit = rows;
            return this;
        }

        public ReportDefinition build() {
            return new ReportDefinition(name, columns, groupBy, period, zone, filter, compare, sort, limit);
        }
    }
}
