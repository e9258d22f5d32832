package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something to do later: a retry, a resumed lead, a batch. Holds references only, never values.
 *
 * @param id which
 * @param kind what is to be done
 * @param dueAt not before this moment, in whole milliseconds; finer parts are cut off
 * @param attempts how often it was taken
 * @param ref what it is about: a lead, a step, a generation
 */
public record WorkItem(WorkId id, String kind, Instant dueAt, int attempts, String ref) {
    public WorkItem {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        dueAt = dueAt.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(ref, "ref");
    }
}
