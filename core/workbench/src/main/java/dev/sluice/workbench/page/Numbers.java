package dev.sluice.workbench.page;

import dev.sluice.report.Report;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Locale;

/** Numbers for people. */
final class Numbers {
    private static final String NONE = "\u2013";

    private Numbers() {}

    /** Whole numbers with a comma between thousands. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** What stands in a column of a report, with its unit; a dash where there is nothing. */
    static String of(Report report, int column, Value value) {
        Report.Kind kind = report.heads().get(column).kind();
        Value shown = report.shown(column, value);
        if (kind == Report.Kind.NAME || !(shown instanceof Num number)) {
            String text = report.text(column, value);
            return text.isEmpty() ? NONE : text;
        }
        return switch (kind) {
            case PERCENT -> grouped(number) + " %";
            case MILLIS -> grouped(number) + " ms";
            default -> grouped(number);
        };
    }

    private static String grouped(Num number) {
        BigDecimal value = number.value();
        int digits = Math.max(0, value.scale());
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
