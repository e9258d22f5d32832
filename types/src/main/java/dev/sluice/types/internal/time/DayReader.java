package dev.sluice.types.internal.time;

import dev.sluice.types.Parsing.DateOrder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/** Reads a day anywhere in a text: numbers with separators, months and days of the week by name. */
final class DayReader {
    private static final int PIVOT = 51;

    private final Tokens tokens;
    private final LocalDate today;
    private final DateOrder order;

    DayReader(Tokens tokens, LocalDate today, DateOrder order) {
        this.tokens = tokens;
        this.today = today;
        this.order = order;
    }

    /** The day at the place of the tokens, which moves behind it; null when there is none. */
    @Nullable Day read() {
        Token first = tokens.next();
        if (first.kind() == Token.Kind.NUMBER) {
            return fromNumber(first);
        }
        if (first.kind() != Token.Kind.WORD) {
            return null;
        }
        Month month = Names.month(first.text());
        return month == null ? fromWeekday(first) : fromMonth(month);
    }

    private @Nullable Day fromNumber(Token first) {
        Token separator = tokens.ahead(1);
        Token second = tokens.ahead(2);
        boolean joined = (separator.is("/") || separator.is("-") || separator.is("."))
                && second.isNumber()
                && tokens.isTight(1)
                && tokens.isTight(2);
        if (!joined) {
            return first.text().length() == 8 ? compact(first) : beforeMonthName(first);
        }
        Token third = tokens.ahead(4);
        if (tokens.ahead(3).is(separator.text()) && tokens.isTight(3) && tokens.isTight(4) && third.isNumber()) {
            return threeNumbers(first, second, third);
        }
        boolean pair = separator.is("/") && first.isShort() && !tokens.ahead(3).is("/");
        return pair ? twoNumbers(first.number(), second) : null;
    }

    private @Nullable Day threeNumbers(Token first, Token second, Token third) {
        if (!second.isShort()) {
            return null;
        }
        LocalDate date;
        if (first.isYear() && third.isShort()) {
            date = Calendar.date(first.number(), second.number(), third.number());
        } else if (first.isShort() && (third.isYear() || third.text().length() == 2)) {
            date = either(year(third), first.number(), second.number());
        } else {
            return null;
        }
        return found(date == null ? null : new Day(date, true), 5);
    }

    private @Nullable Day twoNumbers(int first, Token second) {
        if (second.isYear()) {
            LocalDate date = Calendar.date(second.number(), first, 1);
            return found(date == null ? null : new Day(date, true), 3);
        }
        if (!second.isShort()) {
            return null;
        }
        boolean dayFirst = order == DateOrder.DAY_FIRST;
        Day day = Day.nearest(dayFirst ? second.number() : first, dayFirst ? first : second.number(), today);
        if (day == null) {
            day = Day.nearest(dayFirst ? first : second.number(), dayFirst ? second.number() : first, today);
        }
        return found(day, 3);
    }

    private @Nullable LocalDate either(int year, int first, int second) {
        return new Calendar(order, null).either(year, 4, first, second, true);
    }

    /** A year of two digits is one of 1951 to 2050. */
    private static int year(Token token) {
        int year = token.number();
        return token.isYear() ? year : year + (year < PIVOT ? 2000 : 1900);
    }

    /** Year, month and day without separators, which need a time behind them to be told from other numbers. */
    private @Nullable Day compact(Token number) {
        if (!tokens.ahead(1).is("t") || tokens.ahead(2).kind() != Token.Kind.NUMBER) {
            return null;
        }
        int digits = number.number();
        LocalDate date = Calendar.date(digits / 10000, digits / 100 % 100, digits % 100);
        return found(date == null ? null : new Day(date, true), 1);
    }

    /** {@code 15th of March, 2024} or {@code 2024 March 15}. */
    private @Nullable Day beforeMonthName(Token first) {
        int start = tokens.at();
        tokens.skip(1);
        skipOrdinal();
        tokens.skipIf("of", "-", "/", ".", ",");
        Month month = Names.month(tokens.next().text());
        if (month == null || !(first.isShort() || first.isYear())) {
            tokens.moveTo(start);
            return null;
        }
        tokens.skip(1);
        if (first.isYear()) {
            return yearFirst(first.number(), month);
        }
        int year = yearBehind();
        return found(day(year, month, first.number()), 0);
    }

    private @Nullable Day yearFirst(int year, Month month) {
        tokens.skipIf("-", "/", ".", ",");
        boolean day = tokens.next().isShort();
        return found(day(year, month, day ? tokens.next().number() : 1), day ? 1 : 0);
    }

    private @Nullable Day fromMonth(Month month) {
        Token name = tokens.next();
        tokens.skip(1);
        boolean joined = (tokens.next().is("-") || tokens.next().is("/")) && tokens.isTight(0);
        tokens.skipIf("-", "/", ".", ",");
        Token number = tokens.next();
        if (number.isYear() && !tokens.ahead(1).is(":")) {
            return found(day(number.number(), month, 1), 1);
        }
        if (!number.isShort() || tokens.ahead(1).is(":")) {
            return bare(name, month);
        }
        tokens.skip(1);
        skipOrdinal();
        if (!joined && tokens.next().is("-") && tokens.ahead(1).isShort()) {
            tokens.skip(2);
        }
        return found(day(yearBehind(), month, number.number()), 0);
    }

    /** A month alone is its first day; a name that is another word too must be the whole text. */
    private @Nullable Day bare(Token name, Month month) {
        boolean word = name.is("may") || name.is("mar");
        if (word && tokens.size() > 1) {
            return null;
        }
        return Day.nearest(month.getValue(), 1, today);
    }

    private @Nullable Day day(int year, Month month, int day) {
        if (year == 0) {
            return Day.nearest(month.getValue(), day, today);
        }
        LocalDate date = Calendar.date(year, month.getValue(), day);
        return date == null ? null : new Day(date, true);
    }

    /** A year of four digits, or of two behind a hyphen, slash or apostrophe; 0 when there is none. */
    private int yearBehind() {
        int start = tokens.at();
        boolean joined =
                (tokens.next().is("-") || tokens.next().is("/") || tokens.next().is("'")) && tokens.isTight(1);
        tokens.skipIf("-", "/", ".", ",", "'");
        Token year = tokens.next();
        boolean isYear = year.isYear()
                && !(tokens.ahead(1).is(":") && tokens.ahead(2).text().length() != 2);
        if (isYear || (joined && year.text().length() == 2 && year.isNumber())) {
            tokens.skip(1);
            return year(year);
        }
        tokens.moveTo(start);
        return 0;
    }

    private void skipOrdinal() {
        if (tokens.isTight(0)) {
            tokens.skipIf("st", "nd", "rd", "th");
        }
    }

    private @Nullable Day found(@Nullable Day day, int length) {
        if (day == null) {
            tokens.refuse();
        } else {
            tokens.skip(length);
        }
        return day;
    }

    /** A day of the week: nearest, or by the word before it; with a date behind it only that counts. */
    private @Nullable Day fromWeekday(Token first) {
        boolean qualified =
                first.is("next") || first.is("last") || first.is("past") || first.is("this") || first.is("coming");
        DayOfWeek weekday = Names.day(qualified ? tokens.ahead(1).text() : first.text());
        if (weekday == null) {
            return null;
        }
        tokens.skip(qualified ? 2 : 1);
        int behind = tokens.at();
        tokens.skipIf(",", ".");
        Token next = tokens.next();
        boolean date = next.kind() == Token.Kind.NUMBER || Names.month(next.text()) != null;
        Day day = date ? read() : null;
        if (day != null || tokens.isRefused()) {
            return day;
        }
        tokens.moveTo(behind);
        boolean week = !qualified && tokens.ahead(1).is("week");
        LocalDate ofWeek = week ? Weekdays.inWeek(tokens.next().text(), weekday, today) : null;
        if (ofWeek != null) {
            tokens.skip(2);
            return new Day(ofWeek, true);
        }
        return new Day(Weekdays.relative(qualified ? first.text() : "", weekday, today), true);
    }
}
