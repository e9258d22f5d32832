package dev.sluice;

import static java.util.Objects.requireNonNull;

import dev.sluice.store.WorkId;
import java.util.List;

/**
 * What {@link Sluice#runDue} did. Immutable.
 *
 * @param leads leads whose owners were gone
 * @param done planned work that was done
 * @param failed planned work that was not, and comes again
 */
public record DueReport(RecoveryReport leads, List<WorkId> done, List<WorkId> failed) {
    public DueReport {
        requireNonNull(leads, "leads");
        done = List.copyOf(done);
        failed = List.copyOf(failed);
    }

    /** True when nothing was due. */
    public boolean isEmpty() {
        return leads.leads().isEmpty() && done.isEmpty() && failed.isEmpty();
    }

    @Override
    public String toString() {
        return leads + "; work: " + done.size() + " done, " + failed.size() + " failed";
    }
}
