package dev.sluice.http;

import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How often a delivery is tried at once, and with which waits between.
 *
 * @param attempts all tries, the first included; 1 by default, from 1 to 10
 * @param initial the first wait; 1 s by default
 * @param longest no wait is longer, unless the recipient asks for it; 30 s by default
 * @param multiplier how many times the wait before each wait is; 2 by default, from 1 to 3
 * @param jitterPercent by how much chance may shorten a wait, so that many do not come again at once; 0 by default
 * @param budgetPercent how many further tries 100 first ones may bring; 0, the default, for no limit
 */
record RetryPolicy(
        int attempts, Duration initial, Duration longest, BigDecimal multiplier, int jitterPercent, int budgetPercent) {
    private static final int HUNDRED = 100;
    static final int MOST_ATTEMPTS = 10;
    /** What a recipient may ask for at most; longer waits end the delivery. */
    static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private static final int MOST_DIGITS = 12;

    static RetryPolicy of(Obj settings) {
        Obj retry = settings.get("retry") instanceof Obj obj ? obj : Obj.EMPTY;
        int retries = number(settings.get("retryCount"), 0, MOST_ATTEMPTS - 1).orElse(0);
        return new RetryPolicy(
                number(retry.get("maxAttempts"), 1, MOST_ATTEMPTS).orElse(retries + 1),
                Duration.ofMillis(number(retry.get("initialDelayMs"), 0, 60_000).orElse(1_000)),
                Duration.ofMillis(number(retry.get("maxDelayMs"), 0, 300_000).orElse(30_000)),
                multiplier(retry.get("multiplier")),
                number(retry.get("jitterPercent"), 0, HUNDRED).orElse(0),
                number(retry.get("budgetPercent"), 0, 10 * HUNDRED).orElse(0));
    }

    private static BigDecimal multiplier(Value value) {
        BigDecimal given = value instanceof Num num ? num.value() : BigDecimal.valueOf(2);
        boolean bounded = given.compareTo(BigDecimal.ONE) >= 0 && given.compareTo(BigDecimal.valueOf(3)) <= 0;
        if (!bounded || !(value.isAbsent() || value instanceof Num)) {
            throw new InvalidRequestException("/retry", "the multiplier of waits is a number from 1 to 3");
        }
        return given;
    }

    /** The number that {@code value} is; what is out of bounds is refused, what is left out is empty. */
    private static Optional<Integer> number(Value value, int least, int most) {
        if (value.isAbsent()) {
            return Optional.empty();
        }
        if (value instanceof Num num
                && num.value().scale() <= 0
                && num.value().longValue() >= least
                && num.value().longValue() <= most) {
            return Optional.of(num.value().intValue());
        }
        throw new InvalidRequestException(
                "/retry", "numbers of tries and waits are whole, from " + least + " to " + most);
    }

    /**
     * The wait after the try {@code attempt}, from 1.
     *
     * @param chance from 0 to 1: how much of the jitter is taken
     */
    Duration waitAfter(int attempt, double chance) {
        double factor = Math.pow(multiplier.doubleValue(), attempt - 1.0);
        double millis = Math.min(initial.toMillis() * factor, longest.toMillis());
        return Duration.ofMillis(Math.round(millis - millis * jitterPercent / HUNDRED * chance));
    }

    /** What {@code Retry-After} asks for: seconds, or a date; empty when it is neither. A moment that has passed is no wait. */
    static Optional<Duration> asked(String written, Instant now) {
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
