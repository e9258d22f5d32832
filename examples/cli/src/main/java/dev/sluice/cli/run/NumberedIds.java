package dev.sluice.cli.run;

import dev.sluice.Ids;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count: {@code lead_00000001}. One process at a time; a second run over the same store begins behind the first. */
public final class NumberedIds implements Ids {
    private static final int DIGITS = 8;

    private final AtomicLong last;

    /** The first id is one more than {@code last}. */
    public NumberedIds(long last) {
        this.last = new AtomicLong(last);
    }

    /** The number of an id that was made here; 0 of any other. */
    public static long number(String id) {
        String digits = id.substring(id.lastIndexOf('_') + 1);
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= 2 * DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(digits) : 0;
    }

    @Override
    public String next(String prefix) {
        String number = Long.toString(last.incrementAndGet());
        return prefix + "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    }
}
