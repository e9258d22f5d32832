package dev.sluice.internal.record;

import dev.sluice.event.Event;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Cursor;
import dev.sluice.store.Doc;
import dev.sluice.store.Durability;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.ForwardingStore;
import dev.sluice.store.Holder;
import dev.sluice.store.Ownership;
import dev.sluice.store.Reads;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import java.util.List;

/** A store that decides on what another one holds, and changes nothing there. */
public final class PreviewStore extends ForwardingStore {
    /** Takes changes and makes none. */
    public static final Changes NOWHERE = new Nowhere();

    public PreviewStore(Store store) {
        super(store);
    }

    @Override
    public Durability durability() {
        return Durability.MEMORY;
    }

    @Override
    public <R> Written<R> write(Write<R> write) {
        Reads reads = write.reads();
        R decided = super.write(new Look<>(reads, write)).decided();
        return new Decided<>(decided);
    }

    /** A write that changes nothing. */
    private record Look<R>(Reads reads, Write<R> write) implements Write<R> {
        @Override
        public R decide(View view, Changes changes) {
            return write.decide(view, NOWHERE);
        }
    }

    private record Decided<R>(R decided) implements Written<R> {
        @Override
        public R durable() {
            return decided;
        }

        @Override
        public Cursor cursor() {
            return Cursor.START;
        }
    }

    @Override
    public void close() {
        // The store belongs to somebody else.
    }

    private static final class Nowhere implements Changes {
        @Override
        public void append(StreamId stream, List<Event> events) {}

        @Override
        public void reserve(Holder holder, CounterKey counter, long amount) {}

        @Override
        public void commit(Holder holder) {}

        @Override
        public void release(Holder holder) {}

        @Override
        public void add(CounterKey counter, long amount) {}

        @Override
        public void put(Entry entry) {}

        @Override
        public void remove(EntryKey entry) {}

        @Override
        public void put(Doc doc) {}

        @Override
        public void schedule(WorkItem work) {}

        @Override
        public void done(WorkId work) {}

        @Override
        public void own(Ownership ownership) {}

        @Override
        public void close(Ownership last) {}

        @Override
        public void put(Sealed copy) {}

        @Override
        public void discard(StreamId lead) {}
    }
}
