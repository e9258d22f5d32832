package dev.sluice.types;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants of years with four digits as ISO-8601 with milliseconds; every row of a log has one, and formatters are slow. */
final class InstantText {
    private static final byte[] FORM = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NANOS_OF_A_MILLI = 1_000_000;

    private InstantText() {}

    static String of(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        byte[] text = FORM.clone();
        digits(text, 3, time.getYear());
        digits(text, 6, time.getMonthValue());
        digits(text, 9, time.getDayOfMonth());
        digits(text, 12, time.getHour());
        digits(text, 15, time.getMinute());
        digits(text, 18, time.getSecond());
        digits(text, 22, instant.getNano() / NANOS_OF_A_MILLI);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** The last digit goes to {@code at}. */
    private static void digits(byte[] text, int at, int number) {
        for (int i = at, rest = number; rest > 0; i--, rest /= 10) {
            text[i] = (byte) ('0' + rest % 10);
        }
    }
}
