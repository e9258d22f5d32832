package dev.sluice.workbench.replay;

import dev.sluice.delivery.Outcome;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The sums of a replay: what happened, and what would have. Money is exact and without a currency.
 *
 * @param size how many leads
 * @param cost of all leads, look-ups included
 * @param revenue of all leads
 * @param buyers by the recipient's step
 * @param reasons how leads ended, in words, and how many; ends that differ only in numbers are one, with {@code #} for them
 * @param caps the leads that each cap turned away, by the cap's key
 * @param divergences at which step leads part first, and how many
 */
public record ReplayReport(
        Size size,
        Sides cost,
        Sides revenue,
        Map<String, Trade> buyers,
        Map<String, Counts> reasons,
        Map<String, Counts> caps,
        Map<String, Long> divergences) {
    public ReplayReport {
        buyers = sorted(buyers);
        reasons = sorted(reasons);
        caps = sorted(caps);
        divergences = sorted(divergences);
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /**
     * How many leads.
     *
     * @param leads that were replayed
     * @param different of them
     * @param unknown of them that met somebody who was not asked then
     * @param erased left out, because what they said is gone
     * @param unfinished left out, because they have not come to an end
     * @param whole false for a run that was cancelled
     */
    public record Size(long leads, long different, long unknown, long erased, long unfinished, boolean whole) {
        /** A line for each thing that there is to say of them. */
        public String text() {
            StringBuilder lines = new StringBuilder();
            line(
                    lines,
                    1,
                    ReplayTables.number(leads) + " leads replayed, " + ReplayTables.number(different) + " different");
            line(lines, unknown, ReplayTables.number(unknown) + " met somebody who was not asked then");
            line(lines, erased, ReplayTables.number(erased) + " left out: erased");
            line(lines, unfinished, ReplayTables.number(unfinished) + " left out: not at their end");
            line(lines, whole ? 0 : 1, "cancelled; these are the leads so far");
            return lines.toString();
        }

        private static void line(StringBuilder lines, long some, String text) {
            if (some > 0) {
                lines.append(text).append(System.lineSeparator());
            }
        }
    }

    /**
     * A part of the report in cells of text.
     *
     * @param rows as many cells each as there are heads
     */
    public record Table(String title, List<String> heads, List<List<String>> rows) {
        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A sum on both sides. */
    public record Sides(BigDecimal then, BigDecimal now) {
        static final Sides NONE = new Sides(BigDecimal.ZERO, BigDecimal.ZERO);

        Sides plus(BigDecimal more, BigDecimal moreNow) {
            return new Sides(then.add(more), now.add(moreNow));
        }

        Sides minus(Sides other) {
            return new Sides(then.subtract(other.then), now.subtract(other.now));
        }

        /** What is more now. */
        public BigDecimal difference() {
            return now.subtract(then);
        }
    }

    /** A count on both sides. */
    public record Counts(long then, long now) {
        static Counts one(boolean then) {
            return then ? new Counts(1, 0) : new Counts(0, 1);
        }

        Counts plus(Counts other) {
            return new Counts(then + other.then, now + other.now);
        }
    }

    /**
     * What a recipient was offered, took, and paid.
     *
     * @param unknown offers now whose answer nobody knows
     */
    public record Trade(Counts offered, Counts taken, Sides revenue, long unknown) {
        static Trade of(StepEnd end, boolean then) {
            boolean taken = end.outcome() == Outcome.SUCCESS;
            boolean unknown = !then && Answers.NOT_ASKED.equals(end.reason());
            BigDecimal paid = end.revenue();
            return new Trade(
                    Counts.one(then),
                    taken ? Counts.one(then) : new Counts(0, 0),
                    then ? new Sides(paid, BigDecimal.ZERO) : new Sides(BigDecimal.ZERO, paid),
                    unknown ? 1 : 0);
        }

        Trade plus(Trade other) {
            return new Trade(
                    offered.plus(other.offered),
                    taken.plus(other.taken),
                    revenue.plus(other.revenue.then(), other.revenue.now()),
                    unknown + other.unknown);
        }
    }

    /** What all leads left: revenue without cost. */
    public Sides margin() {
        return revenue.minus(cost);
    }

    /** Whether nothing differs for any lead. */
    public boolean isSame() {
        return size.different == 0;
    }

    /** As JSON. */
    public Obj toValue() {
        return Obj.EMPTY
                .with(
                        "leads",
                        Obj.EMPTY
                                .with("replayed", Value.number(size.leads))
                                .with("different", Value.number(size.different))
                                .with("response_unknown", Value.number(size.unknown))
                                .with("erased", Value.number(size.erased))
                                .with("unfinished", Value.number(size.unfinished))
                                .with("whole", Value.bool(size.whole)))
                .with("cost", value(cost))
                .with("revenue", value(revenue))
                .with("margin", value(margin()))
                .with("buyers", members(buyers, ReplayReport::value))
                .with("reasons", members(reasons, ReplayReport::value))
                .with("caps", members(caps, ReplayReport::value))
                .with("first_differences", members(divergences, Value::number));
    }

    private static <V> Obj members(Map<String, V> map, Function<V, Value> form) {
        Map<String, Value> members = new TreeMap<>();
        map.forEach((key, value) -> members.put(key, form.apply(value)));
        return Obj.of(members);
    }

    private static Value value(Sides sides) {
        return Obj.EMPTY
                .with("then", Value.number(sides.then))
                .with("now", Value.number(sides.now))
                .with("difference", Value.number(sides.difference()));
    }

    private static Value value(Counts counts) {
        return Obj.EMPTY.with("then", Value.number(counts.then)).with("now", Value.number(counts.now));
    }

    private static Value value(Trade trade) {
        return Obj.EMPTY
                .with("offered", value(trade.offered))
                .with("taken", value(trade.taken))
                .with("revenue", value(trade.revenue))
                .with("response_unknown", Value.number(trade.unknown));
    }

    /** The sums in tables, for pages and the like: money first, then by recipient, by end, by cap, by step. */
    public List<Table> tables() {
        return ReplayTables.of(this);
    }

    /** A table for people. */
    public String text() {
        return ReplayTable.of(this);
    }
}
