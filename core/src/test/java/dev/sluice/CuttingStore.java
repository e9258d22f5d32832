package dev.sluice;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Cursor;
import dev.sluice.store.Doc;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Events;
import dev.sluice.store.ForwardingStore;
import dev.sluice.store.Holder;
import dev.sluice.store.Leads;
import dev.sluice.store.Ownership;
import dev.sluice.store.Page;
import dev.sluice.store.Reads;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one process sees of durable data: it lets so many events through, each with what belongs to it, and then the
 * process is gone. A write is cut in its middle, too, as if each event had been written by itself; only the news of a cap
 * stays with the event whose decision made it. Whoever opens the data next finds every lead free.
 */
final class CuttingStore extends ForwardingStore {
    private final Store data;
    private final Forgetting forgetting;
    private int left;
    private boolean dead;

    /** The end of a process. */
    static final class Cut extends Error {
        private static final long serialVersionUID = 1;
    }

    CuttingStore(Store data, int events) {
        this(data, events, Forgetting.NOTHING);
    }

    /** @param forgetting what is not seen of the streams of leads */
    CuttingStore(Store data, int events, Forgetting forgetting) {
        super(data);
        this.data = data;
        this.forgetting = forgetting;
        this.left = events;
    }

    @Override
    public <R> Written<R> write(Write<R> write) {
        if (dead) {
            throw new Cut();
        }
        Written<R> written = data.write(new Write<>() {
            @Override
            public Reads reads() {
                return write.reads();
            }

            @Override
            public R decide(View view, Changes changes) {
                return write.decide(view, new Passing(changes));
            }
        });
        if (dead) {
            throw new Cut();
        }
        return written;
    }

    private static boolean isNewsOfCap(Event event) {
        return event.type().equals(EventType.CAP_REACHED)
                || !event.facts().get("cap").isMissing();
    }

    private int passing(List<Event> events) {
        boolean whole = events.stream().anyMatch(CuttingStore::isNewsOfCap);
        return whole ? events.size() : Math.min(left, events.size());
    }

    private final class Passing implements Changes {
        private final Changes changes;

        Passing(Changes changes) {
            this.changes = changes;
        }

        private void unlessDead(Runnable change) {
            if (!dead) {
                change.run();
            }
        }

        @Override
        public void append(StreamId stream, List<Event> events) {
            if (!dead && !events.isEmpty()) {
                int passing = passing(events);
                changes.append(stream, events.subList(0, passing));
                left -= passing;
                dead = left <= 0;
            }
        }

        @Override
        public void reserve(Holder holder, CounterKey counter, long amount) {
            unlessDead(() -> changes.reserve(holder, counter, amount));
        }

        @Override
        public void commit(Holder holder) {
            unlessDead(() -> changes.commit(holder));
        }

        @Override
        public void release(Holder holder) {
            unlessDead(() -> changes.release(holder));
        }

        @Override
        public void add(CounterKey counter, long amount) {
            unlessDead(() -> changes.add(counter, amount));
        }

        @Override
        public void put(Entry entry) {
            unlessDead(() -> changes.put(entry));
        }

        @Override
        public void remove(EntryKey entry) {
            unlessDead(() -> changes.remove(entry));
        }

        @Override
        public void put(Doc doc) {
            unlessDead(() -> changes.put(doc));
        }

        @Override
        public void schedule(WorkItem work) {
            unlessDead(() -> changes.schedule(work));
        }

        @Override
        public void done(WorkId work) {
            unlessDead(() -> changes.done(work));
        }

        @Override
        public void own(Ownership ownership) {
            changes.own(ownership);
        }

        /** The last event is with it, or the lead stays open. */
        @Override
        public void close(Ownership last) {
            if (dead) {
                changes.own(last);
            } else {
                changes.close(last);
            }
        }

        @Override
        public void put(Sealed copy) {
            changes.put(copy);
        }

        @Override
        public void discard(StreamId lead) {
            unlessDead(() -> changes.discard(lead));
        }
    }

    @Override
    public Leads leads() {
        return new Leads() {
            @Override
            public List<Ownership> open(String account, Instant moment, int limit) {
                return data.leads().open(account, moment, limit);
            }

            @Override
            public List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit) {
                return data.leads().open(account, Instant.MAX, limit).stream()
                                .allMatch(open -> open.owner().equals(owner))
                        ? data.leads().takeOver(account, now, owner, busyUntil, limit)
                        : data.leads().takeOver(account, Instant.MAX, owner, busyUntil, limit);
            }

            @Override
            public Optional<Ownership> reopen(StreamId lead, Instant now, String owner, Instant busyUntil) {
                return data.leads().reopen(lead, now, owner, busyUntil);
            }
        };
    }

    @Override
    public Events events() {
        return new Events() {
            @Override
            public List<Event> stream(StreamId stream) {
                return data.events().stream(stream).stream()
                        .map(forgetting::seen)
                        .toList();
            }

            @Override
            public Page<Event> after(Cursor cursor, int limit) {
                return data.events().after(cursor, limit);
            }
        };
    }

    @Override
    public void close() {
        dead = true;
    }
}
