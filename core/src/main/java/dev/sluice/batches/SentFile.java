package dev.sluice.batches;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A file that was sent.
 *
 * @param batch the batch that it is of
 * @param number from 1 in its batch; a number that is missing was never sent
 * @param name its name
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param size in bytes
 * @param rows how many rows it has, without a header
 * @param from the number of its first row in the batch
 * @param to the number of its last row; below {@code from} when it has none
 * @param sentAt when that was known
 * @param place where it stands, as the transport said
 * @param repeats the number of the file that it is again; 0 for none
 * @param archived whether a copy is kept
 */
public record SentFile(
        String batch,
        long number,
        String name,
        String sha256,
        long size,
        long rows,
        long from,
        long to,
        Instant sentAt,
        String place,
        long repeats,
        boolean archived) {
    public SentFile {
        requireNonNull(batch, "batch");
        requireNonNull(name, "name");
        requireNonNull(sha256, "sha256");
        requireNonNull(sentAt, "sentAt");
        requireNonNull(place, "place");
    }
}
