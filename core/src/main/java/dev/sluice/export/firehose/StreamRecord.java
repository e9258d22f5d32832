package dev.sluice.export.firehose;

import static java.util.Objects.requireNonNull;

/**
 * An event on its way into a stream.
 *
 * @param id the event's: the same whenever it comes again
 * @param key records of one key keep their order; the partition is chosen by it
 * @param json the event in its envelope, on one line
 */
public record StreamRecord(String id, String key, String json) {
    public StreamRecord {
        requireNonNull(id, "id");
        requireNonNull(key, "key");
        requireNonNull(json, "json");
    }
}
