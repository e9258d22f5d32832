package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a list.
 *
 * @param key its place
 * @param leadId the lead that put it there; empty when none did
 * @param at when, in whole milliseconds; finer parts are cut off
 * @param expiresAt when it stops to count, in whole milliseconds; null for never
 */
public record Entry(
        EntryKey key, String leadId, Instant at, @Nullable Instant expiresAt) {
    public Entry {
        requireNonNull(key, "key");
        requireNonNull(leadId, "leadId");
        at = at.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether it still counts at {@code moment}. */
    public boolean countsAt(Instant moment) {
        return expiresAt == null || moment.isBefore(expiresAt);
    }
}
