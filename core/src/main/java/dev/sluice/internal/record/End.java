package dev.sluice.internal.record;

import dev.sluice.delivery.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a lead came out of the steps.
 *
 * @param stopped the outcome that a filter stopped it with; null when it reached the end
 * @param reason why it was stopped; null at the end
 */
public record End(@Nullable Outcome stopped, @Nullable String reason) {
    public static final End REACHED = new End(null, null);

    public static End stopped(Outcome outcome, @Nullable String reason) {
        return new End(outcome, reason);
    }
}
