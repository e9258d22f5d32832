package dev.sluice.batches;

import static java.util.Objects.requireNonNull;

import dev.sluice.flow.BatchDefinition;

/**
 * How a batch stands.
 *
 * @param definition the one that counts
 * @param pending rows that are in no sent file, with those of a file on its way
 * @param rows rows that ever came
 * @param files files that were begun, with those that failed
 * @param paused whether somebody has paused it: it collects, and makes no file
 * @param sending whether a file is on its way, or waits to be tried again
 */
public record BatchStatus(
        BatchDefinition definition, long pending, long rows, long files, boolean paused, boolean sending) {
    public BatchStatus {
        requireNonNull(definition, "definition");
    }
}
