package dev.sluice.pricing;

import dev.sluice.types.At;
import dev.sluice.types.Obj;

/**
 * Counts that prices depend on, such as volume tiers. What it gives stands under {@code source}, for instance {@code
 * source.daily_count}, from the price gate on. Called on the thread of each lead, previews and test leads too: answer from
 * memory and change nothing. An exception or null counts as no data, and the lead's event says so.
 *
 * <p>Definitions may read {@code hourly_count}, {@code daily_count}, {@code weekly_count}, {@code monthly_count}, {@code
 * total_count} and {@code recipients} without a warning; other names work too.
 */
@FunctionalInterface
public interface MetricsProvider {

    /**
     * The present counts of a source.
     *
     * @param flow the flow's id
     * @param source the source's id
     * @param at the moment of the gates, and the flow's zone
     */
    Obj metrics(String flow, String source, At at);
}
