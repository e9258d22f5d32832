package dev.sluice.types.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ISO dates in a range as milliseconds since 1970 in UTC, so that ranges of dates are ranges of numbers. */
final class EpochDates {
    private static final int SHORTEST = "2024-01-01".length();
    private static final int LONGEST = 200;
    private static final Pattern ISO =
            Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z)?(?![0-9])");

    private EpochDates() {}

    /** The first two dates of {@code text} as numbers with a hyphen between them; the text itself when it holds none. */
    static String replaceIn(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST || text.indexOf('-') < 0) {
            return text;
        }
        Matcher dates = ISO.matcher(text);
        StringBuilder epochs = new StringBuilder();
        for (int i = 0; i < 2 && dates.find(); i++) {
            String date = dates.group();
            try {
                long millis = Instant.parse(date.length() == SHORTEST ? date + "T00:00:00Z" : date)
                        .toEpochMilli();
                epochs.append(i == 0 ? "" : "-").append(millis);
            } catch (DateTimeException noSuchDay) {
                return text;
            }
        }
        return epochs.isEmpty() ? text : epochs.toString();
    }
}
