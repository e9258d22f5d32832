package dev.sluice.caps;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one limit of pings is in its present window.
 *
 * @param key under which it counts: {@code pings/flow/solar/0}; says where it stands
 * @param name for people; null when it has none
 * @param answered how many pings were looked at
 * @param maximum the limit
 * @param refused how many it has refused
 * @param startedAt when the window began
 * @param resetsAt when the next one begins
 */
public record PingLimitStatus(
        String key,
        @Nullable String name,
        long answered,
        long maximum,
        long refused,
        Instant startedAt,
        Instant resetsAt) {
    public PingLimitStatus {
        requireNonNull(key, "key");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(resetsAt, "resetsAt");
    }

    /** Whether further pings are refused now. */
    public boolean isReached() {
        return answered >= maximum;
    }

    @Override
    public String toString() {
        return key + ": " + answered + "/" + maximum;
    }
}
