package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.date.Moments;
import dev.sluice.templates.internal.number.Numbers;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Time between moments. */
final class Spans {
    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(10_000_000);

    private Spans() {}

    /** Whole minutes from a moment to now; negative for moments to come. */
    static Value minutesSince(Value[] arguments, At at) {
        Moment moment = Moments.read(arguments[0], at);
        return moment == null
                ? Missing.MISSING
                : Num.of(Duration.between(moment.instantIn(at.zone()), at.instant())
                        .toMinutes());
    }

    static Function bindDifference(Site site) {
        Value name = site.constant(2);
        ChronoUnit unit = name == null ? null : Amounts.unitNamed(name.text());
        if (unit == null) {
            throw site.fault("the unit is years, months, weeks, days, hours, minutes, seconds or milliseconds");
        }
        return (a, at) -> difference(a, unit, at);
    }

    /** How many whole units the first moment is later than the second. */
    private static Value difference(Value[] arguments, ChronoUnit unit, At at) {
        ZonedDateTime later = Moments.in(at.zone(), arguments[0], at);
        ZonedDateTime earlier = Moments.in(at.zone(), arguments[1], at);
        return later == null || earlier == null ? Missing.MISSING : Num.of(unit.between(earlier, later));
    }

    static Value addHours(Value[] arguments, At at) {
        Moment moment = Moments.read(arguments[0], at);
        BigDecimal hours = Numbers.of(arguments[1]);
        if (moment == null || hours == null || hours.abs().compareTo(MOST_HOURS) > 0) {
            return Missing.MISSING;
        }
        long millis = hours.multiply(MILLIS_PER_HOUR)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        Instant moved = moment.instantIn(at.zone()).plusMillis(millis);
        return Moment.of(moved);
    }
}
