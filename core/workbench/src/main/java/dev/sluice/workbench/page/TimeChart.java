package dev.sluice.workbench.page;

import dev.sluice.report.Report;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.util.List;

/** Accepted and rejected leads over time, as bars one upon the other. */
final class TimeChart {
    private static final int HEIGHT = 160;
    private static final int WIDTH = 1_000;

    private final Report report;

    /** @param report a row for each stretch of time, with {@code accepted} and {@code rejected} */
    TimeChart(Report report) {
        this.report = report;
    }

    String svg() {
        long most = report.rows().stream()
                .mapToLong(row -> number(row, "accepted") + number(row, "rejected"))
                .max()
                .orElse(0);
        int columns = Math.max(1, report.rows().size());
        double step = (double) WIDTH / columns;
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < report.rows().size(); i++) {
            bars.append(bar(report.rows().get(i), i * step, step * 0.85, Math.max(1, most)));
        }
        return "<svg class=\"chart\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Accepted and rejected leads over time\">\n"
                + bars + "</svg>\n";
    }

    private String bar(List<Value> row, double x, double width, long most) {
        long accepted = number(row, "accepted");
        long rejected = number(row, "rejected");
        double low = (double) HEIGHT * accepted / most;
        double high = (double) HEIGHT * rejected / most;
        return "<g><title>" + Xml.escaped(report.text(0, row.get(0))) + ": " + Numbers.grouped(accepted) + " accepted, "
                + Numbers.grouped(rejected) + " rejected</title>" + rect("yes", x, HEIGHT - low, width, low)
                + rect("no", x, HEIGHT - low - high, width, high) + "</g>\n";
    }

    private static String rect(String look, double x, double y, double width, double height) {
        return "<rect class=\"" + look + "\" x=\"" + tenths(x) + "\" y=\"" + tenths(y) + "\" width=\"" + tenths(width)
                + "\" height=\"" + tenths(height) + "\"/>";
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }

    /** The first stretch of time and the last. */
    String axis() {
        if (report.rows().isEmpty()) {
            return "";
        }
        String first = report.text(0, report.rows().get(0).get(0));
        String last = report.text(0, report.rows().get(report.rows().size() - 1).get(0));
        return "<p class=\"axis\"><span>" + Xml.escaped(first) + "</span><span>" + Xml.escaped(last) + "</span></p>\n";
    }

    private long number(List<Value> row, String column) {
        return report.value(row, column) instanceof Num number ? number.value().longValue() : 0;
    }
}
