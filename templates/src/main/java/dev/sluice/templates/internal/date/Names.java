package dev.sluice.templates.internal.date;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a language in dates. English is spelled out here, so that no Java version changes it. */
final class Names {
    /** The tokens that mean a whole pattern, with their English form. */
    static final Map<String, String> LOCALISED = Map.of(
            "LT", "h:mm A",
            "LTS", "h:mm:ss A",
            "L", "MM/DD/YYYY",
            "l", "M/D/YYYY",
            "LL", "MMMM D, YYYY",
            "ll", "MMM D, YYYY",
            "LLL", "MMMM D, YYYY h:mm A",
            "lll", "MMM D, YYYY h:mm A",
            "LLLL", "dddd, MMMM D, YYYY h:mm A",
            "llll", "ddd, MMM D, YYYY h:mm A");

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private final Locale locale;
    private final boolean english;
    private final WeekFields weeks;

    Names(Locale locale) {
        this.locale = locale;
        this.english = locale.getLanguage().equals("en");
        this.weeks = english && !locale.getCountry().equals("GB") ? Tokens.sundayWeeks() : WeekFields.of(locale);
    }

    WeekFields weeks() {
        return weeks;
    }

    String month(Month month, boolean isShort) {
        if (!english) {
            return month.getDisplayName(isShort ? TextStyle.SHORT : TextStyle.FULL, locale);
        }
        String name = MONTHS.get(month.getValue() - 1);
        return isShort ? name.substring(0, 3) : name;
    }

    /** The name of {@code day}, cut to {@code length} letters in English. */
    String day(DayOfWeek day, int length) {
        if (english) {
            String name = DAYS.get(day.getValue() - 1);
            return name.substring(0, Math.min(length, name.length()));
        }
        String name = day.getDisplayName(length > 3 ? TextStyle.FULL : TextStyle.SHORT, locale);
        return length > 2 ? name : name.substring(0, Math.min(2, name.length()));
    }

    /** {@code 1st}, {@code 2nd}; only the number in other languages. */
    String ordinal(int number) {
        return english ? number + Ordinals.of(number) : Integer.toString(number);
    }

    String zone(ZonedDateTime moment) {
        if (moment.getZone().normalized().equals(ZoneOffset.UTC)) {
            return "UTC";
        }
        return moment.getZone() instanceof ZoneOffset
                ? moment.getZone().getId()
                : DateTimeFormatter.ofPattern("zzz", english ? Locale.ENGLISH : locale)
                        .format(moment);
    }

    /** The pattern that a token such as {@code LL} means here; null when it means none. */
    @Nullable String localised(String token) {
        String pattern = LOCALISED.get(token);
        return pattern == null || english ? pattern : ofLocale(token);
    }

    private String ofLocale(String token) {
        if (token.startsWith("LT")) {
            return pattern(null, token.equals("LTS") ? FormatStyle.MEDIUM : FormatStyle.SHORT);
        }
        boolean isLong = token.startsWith("L");
        FormatStyle date =
                switch (token.length()) {
                    case 1 -> FormatStyle.SHORT;
                    case 4 -> isLong ? FormatStyle.FULL : FormatStyle.MEDIUM;
                    default -> isLong ? FormatStyle.LONG : FormatStyle.MEDIUM;
                };
        return pattern(date, token.length() > 2 ? FormatStyle.SHORT : null);
    }

    /** A pattern of the Java platform in our tokens. */
    private String pattern(@Nullable FormatStyle date, @Nullable FormatStyle time) {
        String java = DateTimeFormatterBuilder.getLocalizedDateTimePattern(date, time, IsoChronology.INSTANCE, locale);
        return JavaPattern.tokens(java);
    }
}
