package dev.sluice.cli.run;

import dev.sluice.cli.frame.Columns;
import dev.sluice.delivery.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A tally as a table for people. */
public final class Summary {
    private static final int LONGEST_REASON = 60;
    private static final int MOST_REASONS = 15;
    private static final int[] BUYER_WIDTHS = {28, 10, 10, 10, 10, 10, 14};

    private final Tally tally;
    private final long badLines;
    private final StringBuilder out = new StringBuilder(2_000);

    private Summary(Tally tally, long badLines) {
        this.tally = tally;
        this.badLines = badLines;
    }

    /** The table for all that was counted, with lines that held no lead, after so many seconds. */
    public static String of(Tally tally, long badLines, double seconds) {
        Summary summary = new Summary(tally, badLines);
        summary.leads();
        summary.buyers();
        summary.money();
        summary.speed(seconds);
        return summary.out.toString();
    }

    private void leads() {
        count("lines that held no lead", badLines, 0);
        if (tally.refused() > 0) {
            row("not let in, not recorded", tally.refused(), "");
            reasons(tally.refusals(), 1);
        }
        count("unsettled, the store failed", tally.unsettled(), 0);
        row("submitted", tally.submitted(), "");
        row("  rejected", tally.rejected(), share(tally.rejected()));
        reasons(tally.rejections(), 2);
        row("  accepted", tally.accepted(), share(tally.accepted()));
        tally.outcomes().forEach((outcome, leads) -> row("    " + outcome.text(), leads, share(leads)));
    }

    /** A row that is only there when there is something to tell. */
    private void count(String what, long leads, int depth) {
        if (leads > 0) {
            row("  ".repeat(depth) + what, leads, "");
        }
    }

    private void reasons(Reasons reasons, int depth) {
        List<Reasons.Count> all = reasons.all();
        String indent = "  ".repeat(depth);
        all.stream().limit(MOST_REASONS).forEach(r -> row(indent + shortened(r.text()), r.leads(), share(r.leads())));
        long others =
                all.stream().skip(MOST_REASONS).mapToLong(Reasons.Count::leads).sum();
        count("other reasons", others, depth);
    }

    private static String shortened(String reason) {
        String line = reason.replace('\n', ' ').replace('\r', ' ');
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON - 3) + "...";
    }

    private void row(String what, long leads, String share) {
        out.append(Columns.left(what, LONGEST_REASON + 4))
                .append(Columns.right(Columns.grouped(leads), 10))
                .append(Columns.right(share, 9).stripTrailing())
                .append('\n');
    }

    private String share(long leads) {
        return tally.submitted() == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * leads / tally.submitted());
    }

    private void buyers() {
        if (tally.buyers().isEmpty()) {
            return;
        }
        out.append('\n');
        cells(List.of("recipient", "delivered", "refused", "error", "unknown", "not asked", "revenue"));
        for (BuyerTally buyer : tally.buyers()) {
            List<String> cells = new ArrayList<>(List.of(buyer.name()));
            for (Outcome outcome :
                    List.of(Outcome.SUCCESS, Outcome.FAILURE, Outcome.ERROR, Outcome.UNKNOWN, Outcome.SKIP)) {
                cells.add(Columns.grouped(buyer.count(outcome)));
            }
            cells.add(amount(buyer.revenue()));
            cells(cells);
        }
    }

    private void cells(List<String> cells) {
        out.append(Columns.left(cells.get(0), BUYER_WIDTHS[0]));
        for (int i = 1; i < cells.size(); i++) {
            out.append(Columns.right(cells.get(i), BUYER_WIDTHS[i]));
        }
        out.append('\n');
    }

    private void money() {
        out.append('\n');
        money("revenue", tally.revenue());
        money("cost of leads", tally.cost().negate());
        money("cost of look-ups", tally.lookUps().negate());
        money("margin", tally.margin());
    }

    private void money(String what, BigDecimal amount) {
        out.append(Columns.left(what, BUYER_WIDTHS[0]))
                .append(Columns.right(amount(amount), 14))
                .append('\n');
    }

    private void speed(double seconds) {
        long all = tally.submitted() + tally.refused() + tally.unsettled();
        out.append(String.format(
                Locale.ROOT,
                "\n%s leads in %.2f s, %s a second\n",
                Columns.grouped(all),
                seconds,
                Columns.grouped(Math.round(all / Math.max(seconds, 0.001)))));
    }

    private static String amount(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }
}
