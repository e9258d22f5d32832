package dev.sluice.jdbc.internal.state;

import dev.sluice.event.Event;
import dev.sluice.jdbc.internal.table.Tenure;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Hold;
import dev.sluice.store.Holder;
import dev.sluice.store.Sealed;
import dev.sluice.store.StreamHead;
import dev.sluice.store.StreamId;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a write changes: the events of each stream, and every other key with what it holds afterwards. */
public record Decided(
        Map<StreamId, List<Event>> runs,
        Map<CounterKey, Counter> counters,
        Map<Holder, Hold> holds,
        Map<EntryKey, Optional<Entry>> entries,
        Map<DocKey, Doc> docs,
        Map<WorkId, Optional<WorkItem>> work,
        Map<StreamId, Tenure> tenures,
        Map<StreamId, Long> epochs,
        Map<StreamId, Optional<Sealed>> copies,
        Map<StreamId, StreamHead> heads) {}
