package dev.sluice.workbench.replay;

import dev.sluice.workbench.replay.ReplayReport.Counts;
import dev.sluice.workbench.replay.ReplayReport.Sides;
import dev.sluice.workbench.replay.ReplayReport.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sums of a replay in cells of text: what, then, now, and what is more. */
final class ReplayTables {
    private static final List<String> HEADS = List.of("", "then", "now", "difference");

    private ReplayTables() {}

    static List<Table> of(ReplayReport report) {
        List<List<String>> taken = new ArrayList<>();
        List<List<String>> revenue = new ArrayList<>();
        report.buyers().forEach((buyer, trade) -> {
            taken.add(counts(buyer, trade.taken()));
            if (trade.unknown() > 0) {
                taken.add(List.of(buyer + ", response unknown", "", number(trade.unknown()), ""));
            }
            revenue.add(money(buyer, trade.revenue()));
        });
        List<List<String>> first = new ArrayList<>();
        report.divergences().forEach((step, leads) -> first.add(List.of(step, "", "", number(leads))));
        return List.of(
                new Table(
                        "Money",
                        HEADS,
                        List.of(
                                money("revenue", report.revenue()),
                                money("cost", report.cost()),
                                money("margin", report.margin()))),
                new Table("Leads taken", HEADS, taken),
                new Table("Revenue", HEADS, revenue),
                new Table("How leads ended", HEADS, all(report.reasons())),
                new Table("Turned away by a cap", HEADS, all(report.caps())),
                new Table("First difference at", HEADS, first));
    }

    private static List<List<String>> all(Map<String, Counts> rows) {
        List<List<String>> all = new ArrayList<>();
        rows.forEach((name, counts) -> all.add(counts(name, counts)));
        return all;
    }

    private static List<String> counts(String name, Counts counts) {
        long more = counts.now() - counts.then();
        return List.of(name, number(counts.then()), number(counts.now()), (more > 0 ? "+" : "") + number(more));
    }

    private static List<String> money(String name, Sides sides) {
        BigDecimal more = sides.difference();
        return List.of(name, money(sides.then()), money(sides.now()), (more.signum() > 0 ? "+" : "") + money(more));
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_EVEN));
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
