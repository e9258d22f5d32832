package dev.sluice.store.codec;

import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import java.util.List;
import java.util.function.Function;

/** What happened before an event, as far as its snapshot depends on it. */
@FunctionalInterface
public interface Past {

    /** What the events of {@code stream} with smaller numbers than {@code seq} changed, by their numbers, none left out. */
    List<StoredChange> before(StreamId stream, long seq);

    /** What a log tells that can only be asked for whole streams. */
    static Past of(Function<StreamId, List<StoredEvent>> streams) {
        return (stream, seq) -> streams.apply(stream).stream()
                .filter(event -> event.seq() < seq)
                .map(StoredChange::of)
                .toList();
    }
}
