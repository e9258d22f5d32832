package dev.sluice.internal.record;

import dev.sluice.store.Ownership;
import dev.sluice.store.StreamId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For whom a lead is worked on, and since which take-over.
 *
 * @param owner the one run of a process; null where nobody could go on with the work: previews, pings
 * @param epoch which owner this is, from {@link Ownership#FIRST}
 * @param beside whether others may add to the lead meanwhile: what they note of leads that have come to their end
 */
public record Tenure(@Nullable String owner, long epoch, boolean beside) {
    public static final Tenure NOBODY = new Tenure(null, Ownership.FIRST, true);
    /** How much longer than planned work may take before somebody else goes on with it. */
    public static final Duration SLACK = Duration.ofMinutes(1);
    /** How long a lead that was taken over may wait for its turn, or for what it needs, before somebody else takes it. */
    public static final Duration TAKEN_OVER = Duration.ofMinutes(5);

    public static Tenure first(String owner) {
        return new Tenure(owner, Ownership.FIRST, false);
    }

    /** Of a lead that is on its way. */
    public static Tenure of(Ownership taken) {
        return new Tenure(taken.owner(), taken.epoch(), false);
    }

    /** Of a lead that has come to its end. */
    public static Tenure afterEnd(Ownership taken) {
        return new Tenure(taken.owner(), taken.epoch(), true);
    }

    /** A name that no other run of any process has. */
    public static String anybody() {
        SecureRandom chance = new SecureRandom();
        return "run_" + Long.toHexString(chance.nextLong()) + Long.toHexString(chance.nextLong());
    }

    /** Whether the lead was with another owner before. */
    boolean isTakenOver() {
        return epoch > Ownership.FIRST;
    }

    Ownership of(StreamId lead, Instant busyUntil) {
        return new Ownership(lead, owner == null ? "" : owner, epoch, busyUntil);
    }
}
