package dev.sluice.workbench.replay;

import dev.sluice.workbench.replay.ReplayReport.Counts;
import dev.sluice.workbench.replay.ReplayReport.Sides;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/** The sums of a replay for people: then, now, and what is more. */
final class ReplayTable {
    private static final String ROW = "%-46s %14s %14s %14s%n";

    private final StringBuilder out = new StringBuilder();

    private ReplayTable() {}

    static String of(ReplayReport report) {
        ReplayTable table = new ReplayTable();
        table.head(report.size());
        table.row("", "then", "now", "difference");
        table.money("revenue", report.revenue());
        table.money("cost", report.cost());
        table.money("margin", report.margin());
        table.section("leads taken");
        report.buyers().forEach((buyer, trade) -> {
            table.counts("  " + buyer, trade.taken());
            if (trade.unknown() > 0) {
                table.row("    response unknown", "", number(trade.unknown()), "");
            }
        });
        table.section("revenue");
        report.buyers().forEach((buyer, trade) -> table.money("  " + buyer, trade.revenue()));
        table.all("how leads ended", report.reasons());
        table.all("turned away by a cap", report.caps());
        table.section("first difference at");
        report.divergences().forEach((step, leads) -> table.row("  " + step, "", "", number(leads)));
        return table.out.toString();
    }

    private void head(ReplayReport.Size size) {
        line(number(size.leads()) + " leads replayed, " + number(size.different()) + " different");
        tell(size.unknown(), "met somebody who was not asked then");
        tell(size.erased(), "left out: erased");
        tell(size.unfinished(), "left out: not at their end");
        if (!size.whole()) {
            line("cancelled; these are the leads so far");
        }
    }

    private void tell(long leads, String what) {
        if (leads > 0) {
            line(number(leads) + " " + what);
        }
    }

    private void line(String text) {
        out.append(text).append(System.lineSeparator());
    }

    private void section(String title) {
        line(title);
    }

    private void all(String title, Map<String, Counts> rows) {
        section(title);
        rows.forEach((name, counts) -> counts("  " + name, counts));
    }

    private void counts(String name, Counts counts) {
        row(name, number(counts.then()), number(counts.now()), signed(counts.now() - counts.then()));
    }

    private void money(String name, Sides sides) {
        row(
                name,
                money(sides.then()),
                money(sides.now()),
                (sides.difference().signum() > 0 ? "+" : "") + money(sides.difference()));
    }

    private void row(String name, String then, String now, String difference) {
        out.append(String.format(Locale.ROOT, ROW, name, then, now, difference).stripTrailing())
                .append(System.lineSeparator());
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_EVEN));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String signed(long number) {
        return (number > 0 ? "+" : "") + number(number);
    }
}
