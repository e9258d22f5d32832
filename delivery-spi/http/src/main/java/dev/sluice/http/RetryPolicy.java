package dev.sluice.http;

import dev.sluice.delivery.Backoff;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How often a delivery is tried at once, and with which waits between.
 *
 * @param attempts all tries, the first included; 1 by default, from 1 to 10
 * @param backoff the waits; none is longer, unless the recipient asks for it
 * @param budgetPercent how many further tries 100 first ones may bring; 0, the default, for no limit
 */
record RetryPolicy(int attempts, Backoff backoff, int budgetPercent) {
    static final int MOST_ATTEMPTS = 10;
    /** What a recipient may ask for at most; longer waits end the delivery. */
    static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private static final int HUNDRED = 100;

    static RetryPolicy of(Obj settings) {
        Obj retry = settings.get("retry") instanceof Obj obj ? obj : Obj.EMPTY;
        int retries = number(settings.get("retryCount"), 0, MOST_ATTEMPTS - 1).orElse(0);
        return new RetryPolicy(
                number(retry.get("maxAttempts"), 1, MOST_ATTEMPTS).orElse(retries + 1),
                new Backoff(
                        Duration.ofMillis(
                                number(retry.get("initialDelayMs"), 0, 60_000).orElse(1_000)),
                        Duration.ofMillis(
                                number(retry.get("maxDelayMs"), 0, 300_000).orElse(30_000)),
                        multiplier(retry.get("multiplier")),
                        number(retry.get("jitterPercent"), 0, HUNDRED).orElse(0)),
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
}
