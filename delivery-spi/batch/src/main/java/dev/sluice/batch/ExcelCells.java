package dev.sluice.batch;

import dev.sluice.types.Bool;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.dhatim.fastexcel.Worksheet;

/** Values as cells of their kind, and how many had to be changed. */
final class ExcelCells {
    /** Beyond, spreadsheets round. */
    private static final int MOST_DIGITS = 15;

    private static final int MOST_DECIMALS = 10;
    private static final int LONGEST = 32_767;
    /** Before, spreadsheets differ: some know a 29th of February 1900. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final ZoneId zone;
    private long marked;

    ExcelCells(ZoneId zone) {
        this.zone = zone;
    }

    void value(Worksheet sheet, int row, int column, Value value) {
        Value plain = value.plain();
        if (plain instanceof Num num) {
            number(sheet, row, column, num);
        } else if (plain instanceof Bool flag) {
            sheet.value(row, column, flag == Bool.TRUE);
        } else if (plain instanceof Moment moment && isOnCalendar(moment.dayIn(zone))) {
            moment(sheet, row, column, moment);
        } else if (!value.isAbsent()) {
            text(sheet, row, column, value.text());
        }
    }

    private static void number(Worksheet sheet, int row, int column, Num num) {
        BigDecimal shown = asGiven(num);
        if (shown.stripTrailingZeros().precision() > MOST_DIGITS || Math.abs(shown.scale()) > MOST_DIGITS) {
            sheet.inlineString(row, column, PlainNumber.is(num.spelling()) ? num.spelling() : num.text());
            return;
        }
        sheet.value(row, column, shown);
        int decimals = Math.min(MOST_DECIMALS, Math.max(0, shown.scale()));
        if (decimals > 0) {
            sheet.style(row, column).format("0." + "0".repeat(decimals)).set();
        }
    }

    /** With the decimals that were written, or that it was made with: 25.00 is an amount. */
    private static BigDecimal asGiven(Num num) {
        BigDecimal value = num.value();
        BigDecimal spelled = PlainNumber.is(num.spelling()) ? new BigDecimal(num.spelling()) : value;
        return spelled.scale() > value.scale() ? spelled : value;
    }

    private static boolean isOnCalendar(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    private void moment(Worksheet sheet, int row, int column, Moment moment) {
        if (moment.isDay()) {
            sheet.value(row, column, moment.dayIn(zone));
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            Instant instant = moment.instantIn(zone);
            sheet.value(row, column, LocalDateTime.ofInstant(instant, zone));
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        }
    }

    void text(Worksheet sheet, int row, int column, String text) {
        String escaped = ExcelText.escaped(text, LONGEST);
        if (!escaped.equals(text)) {
            marked++;
        }
        sheet.inlineString(row, column, escaped);
    }

    long marked() {
        return marked;
    }
}
