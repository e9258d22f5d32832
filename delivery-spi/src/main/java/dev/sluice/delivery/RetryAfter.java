package dev.sluice.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a recipient says about coming again, as HTTP writes it. */
public final class RetryAfter {
    private static final int MOST_DIGITS = 12;

    private RetryAfter() {}

    /** Seconds, or a date; empty when {@code written} is neither. A moment that has passed is no wait. */
    public static Optional<Duration> read(String written, Instant now) {
        String text = written.strip();
        if (!text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
