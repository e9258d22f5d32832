package dev.sluice.rules.internal.check;

import dev.sluice.types.At;
import dev.sluice.types.Moment;
import dev.sluice.types.Value;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a right-hand side says about time.
 *
 * @param fixed the moment, when it is the same whenever and wherever one asks
 * @param open text that means another moment by clock or zone: {@code yesterday}, {@code 2026-03-15T10:00}
 */
record Dated(@Nullable Moment fixed, @Nullable Value open) {
    private static final Dated NOTHING = new Dated(null, null);
    private static final At EARLY = At.utc(Instant.parse("2001-01-01T00:00:00Z"));
    private static final At LATE = new At(Instant.parse("2002-06-15T18:30:00Z"), ZoneId.of("Asia/Kathmandu"));

    static Dated of(Value plain) {
        Moment early = Moments.read(plain, EARLY);
        if (early == null) {
            return NOTHING;
        }
        return early.equals(Moments.read(plain, LATE)) ? new Dated(early, null) : new Dated(null, plain);
    }

    @Nullable Moment moment(At at) {
        return open == null ? fixed : Moments.read(open, at);
    }
}
