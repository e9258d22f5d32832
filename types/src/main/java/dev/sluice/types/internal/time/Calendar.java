package dev.sluice.types.internal.time;

import dev.sluice.types.Parsing.DateOrder;
import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * Years, months and days as numbers that were read, made into dates.
 *
 * @param order which part comes first where both readings are possible
 * @param latest the last day that a year of two digits may lead to; null: 69 to 99 are of the last century, others of this
 */
record Calendar(DateOrder order, @Nullable LocalDate latest) {
    private static final int PIVOT = 69;

    /** The date, or null when there is no such day. */
    static @Nullable LocalDate date(int year, int month, int day) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    private static int lengthOf(int year, int month) {
        return month == 2 ? (Year.isLeap(year) ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);
    }

    /** The date of a year of two or four digits, or null. */
    @Nullable LocalDate date(int year, int digits, int month, int day) {
        if (digits == 4) {
            return date(year, month, day);
        }
        LocalDate date = digits == 2 ? date(year + (year < PIVOT ? 2000 : 1900), month, day) : null;
        return date != null && latest != null && date.isAfter(latest) ? date(date.getYear() - 100, month, day) : date;
    }

    /** The date of two numbers in the preferred order, or in the other where {@code both} are allowed and the first fails. */
    @Nullable LocalDate either(int year, int digits, int first, int second, boolean both) {
        boolean monthFirst = order == DateOrder.MONTH_FIRST;
        LocalDate preferred = date(year, digits, monthFirst ? first : second, monthFirst ? second : first);
        if (preferred != null || !both) {
            return preferred;
        }
        return date(year, digits, monthFirst ? second : first, monthFirst ? first : second);
    }
}
