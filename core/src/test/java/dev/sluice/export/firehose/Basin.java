package dev.sluice.export.firehose;

import dev.sluice.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps batches by their id, and knows when one comes again with other events. */
final class Basin implements Sink {
    final Map<String, List<String>> batches = new LinkedHashMap<>();
    final List<Event> seen = new ArrayList<>();
    int takes;
    /** What happens instead of taking a batch. */
    Function<SinkBatch, @Nullable SinkResult> before = batch -> null;
    /** What happens once a batch is kept. */
    Runnable after = () -> {};

    @Override
    public SinkResult take(SinkBatch batch) {
        takes++;
        SinkResult instead = before.apply(batch);
        if (instead != null) {
            return instead;
        }
        List<String> ids = batch.events().stream().map(Event::id).toList();
        List<String> there = batches.putIfAbsent(batch.id(), ids);
        if (there != null && !there.equals(ids)) {
            throw new AssertionError(batch.id() + " came again with other events");
        }
        if (there == null) {
            seen.addAll(batch.events());
        }
        after.run();
        return SinkResult.taken();
    }

    List<String> ids() {
        return seen.stream().map(Event::id).toList();
    }
}
