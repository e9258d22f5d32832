package dev.sluice.cli.run;

import dev.sluice.PingResult;
import dev.sluice.cli.frame.Columns;
import dev.sluice.delivery.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What became of many pings. Used by one thread. */
public final class PingTally {
    private static final int WIDTH = 64;

    private final Reasons reasons = new Reasons();
    private long bids;
    private long others;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal lowest = BigDecimal.ZERO;
    private BigDecimal highest = BigDecimal.ZERO;
    private boolean unsettled;

    /** Counts one answer. */
    public void add(PingResult answer) {
        unsettled |= answer.isUnsettled();
        if (answer.outcome() == Outcome.SUCCESS) {
            lowest = bids == 0 ? answer.price() : lowest.min(answer.price());
            highest = highest.max(answer.price());
            total = total.add(answer.price());
            bids++;
        } else {
            others++;
            reasons.add(answer.reason().orElse("no reason"));
        }
    }

    /** Whether the store failed at one of them. */
    public boolean isUnsettled() {
        return unsettled;
    }

    /** A table for people. */
    public String table() {
        StringBuilder table = new StringBuilder();
        row(table, "pings", Columns.grouped(bids + others));
        row(table, "  bids", Columns.grouped(bids));
        if (bids > 0) {
            row(table, "    lowest", amount(lowest));
            row(table, "    average", amount(total.divide(BigDecimal.valueOf(bids), 2, RoundingMode.HALF_UP)));
            row(table, "    highest", amount(highest));
        }
        row(table, "  no bid", Columns.grouped(others));
        for (Reasons.Count reason : reasons.all()) {
            row(table, "    " + reason.text().replaceAll("[\\r\\n]+", " "), Columns.grouped(reason.leads()));
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String what, String number) {
        table.append(Columns.left(what, WIDTH))
                .append(Columns.right(number, 10))
                .append('\n');
    }

    private static String amount(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
