package dev.sluice.jdbc.internal.table;

import dev.sluice.store.NotOwnerException;
import dev.sluice.store.Ownership;
import dev.sluice.store.StreamId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who had a lead last.
 *
 * @param busyUntil null when the lead is closed
 */
public record Tenure(String owner, long epoch, @Nullable Instant busyUntil) {
    /** Nobody ever had it. */
    public static final Tenure NONE = new Tenure("", 0, null);

    public static Tenure of(Ownership ownership) {
        return new Tenure(ownership.owner(), ownership.epoch(), ownership.busyUntil());
    }

    public static Tenure closed(Ownership last) {
        return new Tenure(last.owner(), last.epoch(), null);
    }

    /** Refuses a writer who has lost the lead, or never had it. */
    public void requireOwner(Ownership writer) {
        if (writer.epoch() != Math.max(epoch, Ownership.FIRST)) {
            throw new NotOwnerException(writer.lead());
        }
    }

    /** The next owner of the lead, when nobody is busy with it at {@code now}. */
    public Optional<Ownership> reopened(Ownership wanted, Instant now) {
        boolean isBusy = busyUntil != null && busyUntil.isAfter(now);
        long next = Math.max(epoch, Ownership.FIRST) + 1;
        return isBusy
                ? Optional.empty()
                : Optional.of(new Ownership(wanted.lead(), wanted.owner(), next, wanted.busyUntil()));
    }

    @Nullable Ownership ownership(StreamId lead) {
        return busyUntil == null ? null : new Ownership(lead, owner, epoch, busyUntil);
    }
}
