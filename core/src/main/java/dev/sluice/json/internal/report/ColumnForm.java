package dev.sluice.json.internal.report;

import dev.sluice.internal.names.Nearest;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.report.Column;
import dev.sluice.report.Dimension;
import dev.sluice.report.Dimensions;
import dev.sluice.report.Metric;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Columns of reports, and what rows are of: a name alone ({@code "revenue"}, {@code "source"}, {@code "lead.state"}), or an
 * object that says more.
 */
public final class ColumnForm {
    public static final Vocabulary COLUMN =
            Vocabulary.of("a column", "metric", "show", "dimension", "field", "ranges", "label");
    public static final Vocabulary DIMENSION = Vocabulary.of("a dimension", "dimension", "field", "ranges");
    private static final Words<Column.Show> SHOW = Words.<Column.Show>of("way to show a metric", "unknown_word")
            .with(Column.Show.VALUE, "value")
            .with(Column.Show.SHARE, "share")
            .with(Column.Show.RUNNING, "running");

    private ColumnForm() {}

    static Column read(Node node) {
        if (node.value() instanceof Text name) {
            return Metric.named(name.value()).map(Column::of).orElseGet(() -> Column.of(named(node, true)));
        }
        Members members = node.members(COLUMN);
        if (!members.has("metric")) {
            Dimension dimension = dimension(members);
            return new Column.Group(dimension, members.or("label", Node::text, dimension.label()));
        }
        Metric metric = members.need("metric", ColumnForm::metric, Metric.of("leads"));
        return new Column.Number(
                metric,
                members.or("show", word -> word.word(SHOW, Column.Show.VALUE), Column.Show.VALUE),
                members.or("label", Node::text, metric.label()));
    }

    static Dimension dimension(Node node) {
        return node.value() instanceof Text ? named(node, false) : dimension(node.members(DIMENSION));
    }

    private static Dimension dimension(Members members) {
        if (members.has("dimension")) {
            return members.need("dimension", name -> named(name, false), Dimensions.STOPGAP);
        }
        String path = members.text("field");
        return members.has("ranges") ? ranges(members, path) : Dimension.field(path);
    }

    private static Dimension ranges(Members members, String path) {
        List<BigDecimal> bounds = members.list("ranges", Node::decimal);
        try {
            return Dimension.ranges(path, bounds);
        } catch (IllegalArgumentException wrong) {
            Node owner = members.owner();
            owner.faults().wrong("invalid_ranges", owner.pointer() + "/ranges", String.valueOf(wrong.getMessage()));
            return Dimension.field(path);
        }
    }

    private static Metric metric(Node node) {
        String name = node.text();
        return Metric.named(name).orElseGet(() -> {
            List<String> known = Metric.all().stream().map(Metric::name).toList();
            String text = "there is no metric '" + Words.shown(name) + "'; " + Nearest.advice(name, known);
            node.faults().wrong("unknown_metric", node.pointer(), text);
            return Metric.of("leads");
        });
    }

    /** By its name; names with a dot are paths. */
    private static Dimension named(Node node, boolean metricsToo) {
        String name = node.text();
        if (name.contains(".")) {
            return Dimension.field(name);
        }
        return Dimension.named(name).orElseGet(() -> {
            Stream<String> metrics = metricsToo ? Metric.all().stream().map(Metric::name) : Stream.empty();
            List<String> known =
                    Stream.concat(Dimensions.ids().stream(), metrics).toList();
            String what = metricsToo ? "column" : "dimension";
            String text = "there is no " + what + " '" + Words.shown(name) + "'; " + Nearest.advice(name, known)
                    + "; fields are named by their path, such as lead.state";
            node.faults().wrong("unknown_" + what, node.pointer(), text);
            return Dimensions.STOPGAP;
        });
    }

    static Value write(Column column) {
        if (column instanceof Column.Group group) {
            boolean plain = group.label().equals(group.dimension().label());
            return plain
                    ? write(group.dimension())
                    : ((Obj) object(group.dimension())).with("label", Value.text(group.label()));
        }
        Column.Number number = (Column.Number) column;
        if (number.equals(Column.of(number.metric()))) {
            return Value.text(number.metric().name());
        }
        return new Out()
                .text("metric", number.metric().name())
                .unless(Column.Show.VALUE, "show", number.show(), show -> Out.text(SHOW.word(show)))
                .unless(number.metric().label(), "label", number.label(), Out::text)
                .done();
    }

    static Value write(Dimension dimension) {
        return Dimensions.bounds(dimension).isEmpty() ? Value.text(dimension.id()) : object(dimension);
    }

    private static Value object(Dimension dimension) {
        boolean known = Dimension.named(dimension.id()).isPresent();
        return new Out()
                .text(known ? "dimension" : "field", dimension.id())
                .list("ranges", Dimensions.bounds(dimension), Value::number)
                .done();
    }
}
