package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sorts the changes of a write: grants go through at once, events and settlements are kept for later. */
final class SplitChanges implements Changes {
    private final Changes grants;
    private final SplitStreams streams;
    private final SplitSettling settling;
    private final long durable;
    private final Map<StreamId, List<Event>> runs = new LinkedHashMap<>();
    private final Map<StreamId, StreamHead> heads = new LinkedHashMap<>();
    private final Map<Object, Consumer<Changes>> settlements = new LinkedHashMap<>();
    private @Nullable IllegalStateException gap;

    SplitChanges(Changes grants, SplitStreams streams, SplitSettling settling, long durable) {
        this.grants = grants;
        this.streams = streams;
        this.settling = settling;
        this.durable = durable;
    }

    Map<StreamId, List<Event>> runs() {
        return runs;
    }

    Map<StreamId, StreamHead> heads() {
        return heads;
    }

    List<Consumer<Changes>> settlements() {
        return List.copyOf(settlements.values());
    }

    /** Refuses events that do not follow; only now, as who has lost the lead is to hear of that instead. */
    void requireNoGap() {
        if (gap != null) {
            throw gap;
        }
    }

    /** For whom something is settled. */
    List<Holder> holders() {
        return settlements.keySet().stream()
                .filter(Holder.class::isInstance)
                .map(Holder.class::cast)
                .toList();
    }

    Set<Object> settled() {
        return new HashSet<>(settlements.keySet());
    }

    @Override
    public void append(StreamId stream, List<Event> events) {
        for (Event event : events) {
            StreamHead decided = heads.get(stream);
            long next = (decided == null ? streams.head(stream) : decided).seq() + 1;
            if (!event.stream().equals(stream) || event.seq() != next) {
                gap = new IllegalStateException(event + " cannot follow: " + stream.id() + " goes on with " + next);
                return;
            }
            heads.put(stream, new StreamHead(next));
            runs.computeIfAbsent(stream, s -> new ArrayList<>()).add(event);
        }
    }

    @Override
    public void reserve(Holder holder, CounterKey counter, long amount) {
        if (settlements.containsKey(holder)) {
            throw new IllegalStateException(
                    "a write cannot settle what a holder has and reserve for it again: make two writes of it");
        }
        settling.take(holder, durable);
        grants.reserve(holder, counter, amount);
    }

    @Override
    public void commit(Holder holder) {
        settlements.putIfAbsent(holder, changes -> changes.commit(holder));
    }

    @Override
    public void release(Holder holder) {
        settlements.putIfAbsent(holder, changes -> changes.release(holder));
    }

    @Override
    public void add(CounterKey counter, long amount) {
        grants.add(counter, amount);
    }

    @Override
    public void put(Entry entry) {
        settling.take(entry.key(), durable);
        settlements.remove(entry.key());
        grants.put(entry);
    }

    @Override
    public void remove(EntryKey entry) {
        settlements.put(entry, changes -> changes.remove(entry));
    }

    @Override
    public void put(Doc doc) {
        grants.put(doc);
    }

    @Override
    public void schedule(WorkItem work) {
        settling.take(work.id(), durable);
        settlements.remove(work.id());
        grants.schedule(work);
    }

    @Override
    public void done(WorkId work) {
        settlements.put(work, changes -> changes.done(work));
    }

    @Override
    public void own(Ownership ownership) {
        settling.take(ownership.lead(), durable);
        settlements.remove(ownership.lead());
        grants.own(ownership);
    }

    /** Who has lost the lead must hear of it before his events are in the log. */
    @Override
    public void close(Ownership last) {
        own(last);
        settlements.put(last.lead(), changes -> changes.close(last));
    }

    @Override
    public void put(Sealed copy) {
        Object key = vault(copy.lead());
        settling.take(key, durable);
        settlements.remove(key);
        grants.put(copy);
    }

    @Override
    public void discard(StreamId lead) {
        settlements.put(vault(lead), changes -> changes.discard(lead));
    }

    private static Object vault(StreamId lead) {
        return List.of("vault", lead);
    }
}
