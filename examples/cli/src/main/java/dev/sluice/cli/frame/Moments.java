package dev.sluice.cli.frame;

import dev.sluice.types.At;
import dev.sluice.types.Obj;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The moment and zone that a question names: {@code now} and {@code tz}. */
public final class Moments {
    private Moments() {}

    /** The moment of {@code question}; the clock's when it names none, in UTC when it names no zone. */
    public static At of(Obj question, InstantSource clock) {
        ZoneId zone = JsonLines.text(question, "tz").map(Moments::zone).orElse(ZoneOffset.UTC);
        Instant now = JsonLines.text(question, "now").map(Moments::instant).orElseGet(clock::instant);
        return new At(now, zone);
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new LineException("'tz' is no time zone; use a name such as America/New_York");
        }
    }

    /** An instant in ISO-8601, with any offset; a day alone begins in UTC. */
    public static Instant instant(String text) {
        try {
            return text.length() == "2026-10-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new LineException("'" + text + "' is no instant; write it as 2026-10-01T04:00:25.000Z");
        }
    }
}
