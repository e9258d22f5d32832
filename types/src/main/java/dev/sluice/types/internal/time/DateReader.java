package dev.sluice.types.internal.time;

import dev.sluice.types.Parsing.DateOrder;
import dev.sluice.types.Whitespace;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text that is one date, in one pass: numbers with separators, eight digits, or a month by its name; a day of the
 * week before it and a time of day behind it are allowed and must fit.
 */
final class DateReader {
    private static final int TOO_LONG = 100;
    private static final char END = '\uffff';

    private final String text;
    private final Calendar calendar;
    private int at;
    private int value;
    private int digits;

    private DateReader(String text, Calendar calendar) {
        this.text = text;
        this.calendar = calendar;
    }

    /**
     * The date, or null when the text is none.
     *
     * @param order which part comes first where both readings are possible
     * @param latest the last day that a year of two digits may lead to; null for none
     */
    static @Nullable LocalDate read(String text, DateOrder order, @Nullable LocalDate latest) {
        LocalDate plain = IsoDay.read(text);
        if (plain != null || text.length() > TOO_LONG) {
            return plain;
        }
        return new DateReader(text, new Calendar(order, latest)).date();
    }

    private @Nullable LocalDate date() {
        skipBlanks();
        LocalDate date;
        if (isDigit(peek())) {
            date = fromNumber();
        } else {
            String word = word();
            DayOfWeek weekday = Names.day(word);
            date = weekday == null ? fromMonth(Names.month(word)) : afterWeekday(weekday);
        }
        return date != null && endsHere() ? date : null;
    }

    private @Nullable LocalDate afterWeekday(DayOfWeek weekday) {
        skipSeparators();
        LocalDate date = isDigit(peek()) ? fromNumber() : fromMonth(Names.month(word()));
        return date != null && date.getDayOfWeek() == weekday ? date : null;
    }

    /** Month, day, year: the name of the month has been read. */
    private @Nullable LocalDate fromMonth(@Nullable Month month) {
        skipSeparators();
        if (month == null || !number() || digits > 2) {
            return null;
        }
        int day = value;
        skipOrdinal();
        skipSeparators();
        return number() ? calendar.date(value, digits, month.getValue(), day) : null;
    }

    private @Nullable LocalDate fromNumber() {
        number();
        if (digits == 8) {
            return compact(value);
        }
        int first = value;
        int firstDigits = digits;
        skipOrdinal();
        int separator = skipSeparators();
        if (!number()) {
            return withMonthName(first, firstDigits);
        }
        int second = value;
        int secondDigits = digits;
        if (skipSeparators() != separator || !number()) {
            return null;
        }
        boolean twoDigits = firstDigits <= 2 && secondDigits <= 2;
        if (firstDigits == 4 && secondDigits <= 2 && digits <= 2) {
            boolean both = separator == '-' && secondDigits == 2 && digits == 2;
            return yearFirst(first, second, value, both);
        }
        boolean both = separator == '/' || (separator == '-' && firstDigits == 2 && secondDigits == 2 && digits == 4);
        return twoDigits ? calendar.either(value, digits, first, second, both) : null;
    }

    private static @Nullable LocalDate yearFirst(int year, int month, int day, boolean both) {
        LocalDate date = Calendar.date(year, month, day);
        return date == null && both ? Calendar.date(year, day, month) : date;
    }

    /** Day, month, year or year, month, day: the first number and what separates it have been read. */
    private @Nullable LocalDate withMonthName(int first, int firstDigits) {
        Month month = Names.month(word());
        skipSeparators();
        if (month == null || !number()) {
            return null;
        }
        if (firstDigits == 4) {
            return digits <= 2 ? Calendar.date(first, month.getValue(), value) : null;
        }
        return firstDigits <= 2 ? calendar.date(value, digits, month.getValue(), first) : null;
    }

    /** Eight digits: month, day, year; else year first; else day first. */
    private @Nullable LocalDate compact(int number) {
        int head = number / 10000;
        int tail = number % 10000;
        LocalDate date = calendar.either(tail, 4, head / 100, head % 100, false);
        if (date == null) {
            date = Calendar.date(head, tail / 100, tail % 100);
        }
        if (date == null) {
            date = calendar.either(tail, 4, head / 100, head % 100, true);
        }
        return date == null ? Calendar.date(head, tail % 100, tail / 100) : date;
    }

    /** Nothing more, or a time of day. */
    private boolean endsHere() {
        char c = peek();
        if (c == 'T' || c == 't') {
            return at + 1 < text.length() && isDigit(text.charAt(at + 1));
        }
        if (c == 'Z' && at + 1 == text.length()) {
            return true;
        }
        int from = at;
        skipSeparators();
        return at >= text.length() || (at > from && number() && digits <= 2 && peek() == ':');
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Reads a number of at most eight digits into {@link #value} and {@link #digits}. */
    private boolean number() {
        value = 0;
        digits = 0;
        while (isDigit(peek())) {
            if (++digits > 8) {
                return false;
            }
            value = value * 10 + (text.charAt(at++) - '0');
        }
        return digits > 0;
    }

    private String word() {
        int from = at;
        while (isLetter(peek())) {
            at++;
        }
        return text.substring(from, at);
    }

    private void skipOrdinal() {
        if (at + 2 <= text.length() && isLetter(peek())) {
            String suffix = text.substring(at, at + 2);
            boolean more = at + 2 < text.length() && isLetter(text.charAt(at + 2));
            if (!more && (suffix.equals("th") || suffix.equals("st") || suffix.equals("nd") || suffix.equals("rd"))) {
                at += 2;
            }
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Whitespace.is(text.charAt(at))) {
            at++;
        }
    }

    /** Skips blanks and at most one other separator with blanks around; gives it, a blank, or 0 when there is none. */
    private int skipSeparators() {
        int from = at;
        skipBlanks();
        char c = peek();
        if (c == '/' || c == '-' || c == '.' || c == ',') {
            at++;
            skipBlanks();
            return c;
        }
        return at > from ? ' ' : 0;
    }
}
