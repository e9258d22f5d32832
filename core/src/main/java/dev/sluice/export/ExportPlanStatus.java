package dev.sluice.export;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a plan stands. Immutable.
 *
 * @param plan the plan
 * @param next the time of its next export; null when there is none
 * @param exports how many it has asked for
 * @param last the last of them; null before the first
 */
public record ExportPlanStatus(
        ExportPlan plan,
        @Nullable Instant next,
        long exports,
        @Nullable ExportJob last) {
    public ExportPlanStatus {
        requireNonNull(plan, "plan");
    }

    /** The time of its next export. */
    public Optional<Instant> nextTime() {
        return Optional.ofNullable(next);
    }

    /** The last export. */
    public Optional<ExportJob> lastExport() {
        return Optional.ofNullable(last);
    }
}
