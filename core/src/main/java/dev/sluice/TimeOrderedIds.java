package dev.sluice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicLong;

/** The moment in milliseconds, a counter, then the bits of this process: 25 digits and letters that sort by time. */
final class TimeOrderedIds implements Ids {
    private static final byte[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".getBytes(ISO_8859_1);
    private static final int TIME_DIGITS = 10;
    private static final int SALT_DIGITS = 8;
    private static final int COUNT_DIGITS = 7;

    private final Time time;
    private final byte[] salt = new byte[SALT_DIGITS];
    private final AtomicLong count = new AtomicLong();

    TimeOrderedIds(Time time, long salt) {
        this.time = requireNonNull(time, "time");
        put(this.salt, 0, salt, SALT_DIGITS);
    }

    @Override
    public String next(String prefix) {
        byte[] id = new byte[prefix.length() + TIME_DIGITS + COUNT_DIGITS + SALT_DIGITS];
        for (int i = 0; i < prefix.length(); i++) {
            id[i] = (byte) prefix.charAt(i);
        }
        int at = put(id, prefix.length(), time.instant().toEpochMilli(), TIME_DIGITS);
        at = put(id, at, count.getAndIncrement(), COUNT_DIGITS);
        System.arraycopy(salt, 0, id, at, SALT_DIGITS);
        return new String(id, ISO_8859_1);
    }

    private static int put(byte[] id, int from, long number, int digits) {
        long rest = number;
        for (int i = from + digits - 1; i >= from; i--) {
            id[i] = DIGITS[(int) (rest & 31)];
            rest >>>= 5;
        }
        return from + digits;
    }
}
