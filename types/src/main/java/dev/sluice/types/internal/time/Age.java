package dev.sluice.types.internal.time;

import dev.sluice.types.Num;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Ages in years and tenths. On a birthday the age is whole, on the day before one tenth short of it. Who was born on 29
 * February has birthdays on 1 March in other years.
 */
final class Age {
    /** The tenths are reckoned from a tenth of a day after midnight. */
    private static final double DAY_SHARE = 0.1;

    private static final double DAYS_OF_YEAR = 365.2425;

    private Age() {}

    static Num of(LocalDate birth, LocalDate today) {
        int years = today.getYear() - birth.getYear();
        LocalDate birthday = birthday(birth, today.getYear());
        if (birthday.isAfter(today)) {
            years--;
            birthday = birthday(birth, today.getYear() - 1);
        }
        double share = (birthday.until(today, ChronoUnit.DAYS) + DAY_SHARE) / DAYS_OF_YEAR;
        int tenths = Math.min(9, (int) (share * 10));
        return tenths == 0 ? Num.of(years) : Num.of(BigDecimal.valueOf(years * 10L + tenths, 1));
    }

    private static LocalDate birthday(LocalDate birth, int year) {
        boolean leapDay = birth.getMonthValue() == 2 && birth.getDayOfMonth() == 29;
        LocalDate in = birth.withYear(year);
        return leapDay && in.getDayOfMonth() == 28 ? in.plusDays(1) : in;
    }
}
