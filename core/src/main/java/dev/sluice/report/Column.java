package dev.sluice.report;

import static java.util.Objects.requireNonNull;

/** One column of a report. */
public sealed interface Column {

    /** The name in results: unique in a report. */
    String id();

    /** The heading. */
    String label();

    /** A metric under its own heading. */
    static Column of(Metric metric) {
        return new Number(metric, Show.VALUE, metric.label());
    }

    /** A dimension, by which the report is then grouped. */
    static Column of(Dimension dimension) {
        return new Group(dimension, dimension.label());
    }

    /** How a metric is shown. */
    enum Show {
        VALUE(""),
        /** In percent of the same metric over all groups. */
        SHARE("_share"),
        /** Added up from the first row to this one. */
        RUNNING("_running");

        private final String suffix;

        Show(String suffix) {
            this.suffix = suffix;
        }
    }

    /** A number of each group. */
    record Number(Metric metric, Show show, String label) implements Column {
        public Number {
            requireNonNull(metric, "metric");
            requireNonNull(show, "show");
            requireNonNull(label, "label");
        }

        @Override
        public String id() {
            return metric.name() + show.suffix;
        }
    }

    /** What a row is of. */
    record Group(Dimension dimension, String label) implements Column {
        public Group {
            requireNonNull(dimension, "dimension");
            requireNonNull(label, "label");
        }

        @Override
        public String id() {
            return dimension.id();
        }
    }
}
