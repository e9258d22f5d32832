package dev.sluice.export.firehose;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Deadline;
import dev.sluice.event.Event;
import java.time.Instant;
import java.util.List;

/**
 * Some events on their way to a sink.
 *
 * @param stream the name of the stream
 * @param sequence from 1 without gaps in its stream
 * @param at when the batch was planned: the same over all tries
 * @param events in the order of the log, as the stream's reader sees them; at least one
 * @param deadline until when the try may take
 */
public record SinkBatch(String stream, long sequence, Instant at, List<Event> events, Deadline deadline) {
    public SinkBatch {
        requireNonNull(stream, "stream");
        requireNonNull(at, "at");
        events = List.copyOf(events);
        requireNonNull(deadline, "deadline");
    }

    /** The same over all tries and after a crash: the stream's name and the number. */
    public String id() {
        return stream + "-"
                + "0".repeat(Math.max(0, 9 - String.valueOf(sequence).length())) + sequence;
    }
}
