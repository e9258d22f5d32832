package dev.sluice.jdbc.internal.state;

import dev.sluice.event.Event;
import dev.sluice.jdbc.internal.table.Tenure;
import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Hold;
import dev.sluice.store.Holder;
import dev.sluice.store.Ownership;
import dev.sluice.store.Sealed;
import dev.sluice.store.StreamHead;
import dev.sluice.store.StreamId;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects what one write changes, on top of the state; nothing outside it changes. */
public final class Draft implements Changes {
    private final Known state;
    private final Map<StreamId, List<Event>> runs = new LinkedHashMap<>();
    private final Set<StreamId> touched = new HashSet<>(2);
    private final Map<StreamId, StreamHead> heads = new LinkedHashMap<>();
    private final Map<CounterKey, Counter> counters = new LinkedHashMap<>();
    private final Map<Holder, Hold> holds = new LinkedHashMap<>();
    private final Map<EntryKey, Optional<Entry>> entries = new LinkedHashMap<>();
    private final Map<DocKey, Doc> docs = new LinkedHashMap<>();
    private final Map<WorkId, Optional<WorkItem>> work = new LinkedHashMap<>();
    private final Map<StreamId, Tenure> tenures = new LinkedHashMap<>();
    private final Map<StreamId, Optional<Sealed>> copies = new LinkedHashMap<>();
    private @Nullable IllegalStateException gap;

    public Draft(Known state) {
        this.state = state;
    }

    /** The streams and leads that it touched so far. */
    public Set<StreamId> streams() {
        return touched;
    }

    /** Refuses events that do not follow; only now, as who has lost the lead is to hear of that instead. */
    public Decided decided() {
        if (gap != null) {
            throw gap;
        }
        Map<StreamId, Long> epochs = new HashMap<>();
        tenures.keySet().forEach(lead -> epochs.put(lead, state.tenure(lead).epoch()));
        return new Decided(runs, counters, holds, entries, docs, work, tenures, epochs, copies, heads);
    }

    @Override
    public void append(StreamId stream, List<Event> events) {
        touched.add(stream);
        for (Event event : events) {
            long next = next(stream, event);
            if (!event.stream().equals(stream) || event.seq() != next) {
                gap = new IllegalStateException(event + " cannot follow: " + stream.id() + " goes on with " + next);
                return;
            }
            heads.put(stream, new StreamHead(event.seq()));
            runs.computeIfAbsent(stream, s -> new ArrayList<>()).add(event);
        }
    }

    private long next(StreamId stream, Event event) {
        StreamHead changed = heads.get(stream);
        if (changed == null && event.seq() == 1 && state.isNew(stream)) {
            return 1;
        }
        return (changed == null ? state.head(stream) : changed).seq() + 1;
    }

    @Override
    public void reserve(Holder holder, CounterKey counter, long amount) {
        change(counter, now -> now.reserve(amount));
        holds.put(holder, hold(holder).plus(counter, amount));
    }

    @Override
    public void commit(Holder holder) {
        settle(holder, amount -> now -> now.commit(amount));
    }

    @Override
    public void release(Holder holder) {
        settle(holder, amount -> now -> now.release(amount));
    }

    private void settle(Holder holder, LongFunction<UnaryOperator<Counter>> how) {
        Hold hold = hold(holder);
        if (!hold.isEmpty()) {
            hold.items().forEach(item -> change(item.counter(), how.apply(item.amount())));
            holds.put(holder, Hold.NONE);
        }
    }

    private Hold hold(Holder holder) {
        Hold changed = holds.get(holder);
        return changed == null ? state.hold(holder) : changed;
    }

    @Override
    public void add(CounterKey counter, long amount) {
        change(counter, now -> now.add(amount));
    }

    private void change(CounterKey key, UnaryOperator<Counter> how) {
        Counter changed = counters.get(key);
        counters.put(key, how.apply(changed == null ? state.counter(key) : changed));
    }

    @Override
    public void put(Entry entry) {
        entries.put(entry.key(), Optional.of(entry));
    }

    @Override
    public void remove(EntryKey entry) {
        entries.put(entry, Optional.empty());
    }

    @Override
    public void put(Doc doc) {
        docs.put(doc.key(), doc);
    }

    @Override
    public void schedule(WorkItem item) {
        work.put(item.id(), Optional.of(item));
    }

    @Override
    public void done(WorkId id) {
        work.put(id, Optional.empty());
    }

    @Override
    public void own(Ownership ownership) {
        touched.add(ownership.lead());
        tenure(ownership.lead()).requireOwner(ownership);
        tenures.put(ownership.lead(), Tenure.of(ownership));
    }

    @Override
    public void close(Ownership last) {
        touched.add(last.lead());
        tenure(last.lead()).requireOwner(last);
        tenures.put(last.lead(), Tenure.closed(last));
    }

    /** Gives a lead to its next owner, whoever has it. */
    public void takeOver(Ownership next) {
        tenures.put(next.lead(), Tenure.of(next));
    }

    private Tenure tenure(StreamId lead) {
        Tenure changed = tenures.get(lead);
        return changed == null ? state.tenure(lead) : changed;
    }

    @Override
    public void put(Sealed copy) {
        copies.put(copy.lead(), Optional.of(copy));
    }

    @Override
    public void discard(StreamId lead) {
        copies.put(lead, Optional.empty());
    }
}
