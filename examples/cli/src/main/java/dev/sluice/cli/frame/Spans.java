package dev.sluice.cli.frame;

import java.time.Duration;
import java.util.Map;

/** Lengths of time as people type them: {@code 24h}, {@code 7d}, or ISO-8601. */
public final class Spans {
    private static final Map<Character, Duration> UNITS = Map.of(
            's', Duration.ofSeconds(1),
            'm', Duration.ofMinutes(1),
            'h', Duration.ofHours(1),
            'd', Duration.ofDays(1),
            'w', Duration.ofDays(7));

    private Spans() {}

    public static Duration of(String text) {
        try {
            Duration unit = text.isEmpty() ? null : UNITS.get(text.charAt(text.length() - 1));
            Duration span = unit == null
                    ? Duration.parse(text)
                    : unit.multipliedBy(Long.parseLong(text.substring(0, text.length() - 1)));
            if (span.isNegative() || span.isZero()) {
                throw new UsageException("'" + text + "' is no time at all");
            }
            return span;
        } catch (RuntimeException unreadable) {
            throw unreadable instanceof UsageException misuse
                    ? misuse
                    : new UsageException("'" + text + "' is no length of time; write it as 90m, 24h, 7d or 2w");
        }
    }
}
