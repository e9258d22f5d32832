package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps everything in the heap and forgets it with the process: the default, for tests, trials and dry runs. Events are
 * kept as they are, without encoding. Holds all that it was given, unless it is told to forget the oldest leads.
 */
public final class MemoryStore implements Store {
    private final ReentrantLock lock = new ReentrantLock();
    private final State state;
    /** Used by one write after the other. */
    private final Staged staged;

    private final Map<List<String>, WrappedKey> keys = new HashMap<>();
    private boolean closed;

    private MemoryStore(int keptEvents) {
        this.state = new State(keptEvents);
        this.staged = new Staged(state);
    }

    /** An empty store that keeps every event. */
    public static MemoryStore create() {
        return new MemoryStore(Integer.MAX_VALUE);
    }

    /**
     * An empty store that keeps at least the last {@code events} events and at most twice as many; the leads behind older
     * ones are forgotten. Counters and lists stay.
     */
    public static MemoryStore keepingLast(int events) {
        if (events < 1) {
            throw new IllegalArgumentException("a store keeps at least 1 event, not " + events);
        }
        return new MemoryStore(events);
    }

    @Override
    public Durability durability() {
        return Durability.MEMORY;
    }

    @Override
    public <R> Written<R> write(Write<R> write) {
        requireNonNull(write, "write");
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(GroupCommit.NESTED);
        }
        lock.lock();
        try {
            return decided(write);
        } finally {
            lock.unlock();
        }
    }

    private <R> Written<R> decided(Write<R> write) {
        if (closed) {
            throw new StoreUnavailableException("the store is closed: open a new one", null);
        }
        Reads reads = write.reads();
        try {
            R decided = write.decide(reads.of(state), reads.to(staged));
            staged.apply();
            return new Done<>(decided, state.log.size());
        } finally {
            staged.clear();
        }
    }

    @Override
    public Events events() {
        return new MemoryEvents();
    }

    @Override
    public Work work() {
        return (wanted, now, limit, lease) -> locked(() -> state.take(wanted, now, limit, lease));
    }

    @Override
    public Entries entries() {
        return new MemoryEntries();
    }

    @Override
    public Keys keys() {
        return new MemoryKeys();
    }

    @Override
    public Leads leads() {
        return new Leads() {
            @Override
            public List<Ownership> open(String account, Instant moment, int limit) {
                return locked(() -> state.leads.open(account, moment, limit));
            }

            @Override
            public List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit) {
                return locked(() -> state.leads.takeOver(account, now, owner, busyUntil, limit));
            }

            @Override
            public Optional<Ownership> reopen(StreamId lead, Instant now, String owner, Instant busyUntil) {
                return locked(() -> state.leads.reopen(lead, now, owner, busyUntil));
            }
        };
    }

    @Override
    public Optional<Sealed> sealed(StreamId lead) {
        return locked(() -> Optional.ofNullable(state.vault.get(lead)));
    }

    @Override
    public Inventory inventory(String account) {
        return locked(() -> state.inventory(account));
    }

    @Override
    public void close() {
        locked(() -> closed = true);
    }

    private <T> T locked(Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }

    /** @param behind how many events there were with this write's */
    private record Done<R>(R decided, long behind) implements Written<R> {
        @Override
        public R durable() {
            return decided;
        }

        @Override
        public Cursor cursor() {
            return MemoryLog.cursor(behind);
        }
    }

    /** What is kept; guarded by the lock. */
    static final class State implements View {
        final Map<CounterKey, Counter> counters = new HashMap<>();
        final Map<Holder, Hold> holds = new FlatMap<>();
        final Map<EntryKey, Entry> entries = new FlatMap<>();
        final Map<DocKey, Doc> docs = new HashMap<>();
        final Map<WorkId, Planned> work = new HashMap<>();
        final MemoryLeads leads;
        final Map<StreamId, Sealed> vault = new HashMap<>();
        final MemoryLog log;

        State(int keptEvents) {
            this.log = new MemoryLog(keptEvents);
            this.leads = new MemoryLeads(log);
        }

        /** Work, and until when it is with a taker. */
        record Planned(WorkItem item, Instant freeAt) {}

        @Override
        public Counter counter(CounterKey key) {
            return counters.getOrDefault(key, Counter.ZERO);
        }

        @Override
        public Optional<Entry> entry(EntryKey key) {
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public Optional<Doc> doc(DocKey key) {
            return Optional.ofNullable(docs.get(key));
        }

        @Override
        public Hold hold(Holder holder) {
            return holds.getOrDefault(holder, Hold.NONE);
        }

        List<StreamId> streams() {
            return log.lines()
                    .filter(line -> !line.events().isEmpty())
                    .map(MemoryLine::stream)
                    .toList();
        }

        /** What a holder had, which it has no longer. */
        List<Hold.Item> settled(Holder holder) {
            Hold hold = holds.remove(holder);
            return hold == null ? List.of() : hold.items();
        }

        @Override
        public StreamHead head(StreamId stream) {
            MemoryLine line = log.line(stream);
            return line == null || line.events().isEmpty() ? StreamHead.NONE : new StreamHead(line.last());
        }

        private Inventory inventory(String account) {
            Map<CounterKey, Counter> counted = new HashMap<>(counters);
            counted.keySet().removeIf(key -> !key.account().equals(account));
            Map<Holder, Hold> held = new HashMap<>(holds);
            held.keySet().removeIf(holder -> !holder.account().equals(account));
            List<Entry> listed = entries.values().stream()
                    .filter(entry -> entry.key().account().equals(account))
                    .toList();
            return new Inventory(counted, held, listed, leads.of(account), Optional.empty());
        }

        private List<EntryKey> expired(String account, Instant moment, int limit) {
            return entries.values().stream()
                    .filter(entry -> entry.key().account().equals(account) && !entry.countsAt(moment))
                    .sorted(Comparator.comparing(Entry::expiresAt))
                    .limit(limit)
                    .map(Entry::key)
                    .toList();
        }

        private List<WorkItem> take(Wanted wanted, Instant now, int limit, Duration lease) {
            List<WorkItem> taken = work.values().stream()
                    .filter(planned -> !planned.item().dueAt().isAfter(now)
                            && !planned.freeAt().isAfter(now))
                    .map(Planned::item)
                    .filter(wanted::includes)
                    .sorted(Comparator.comparing(WorkItem::dueAt)
                            .thenComparing(item -> item.id().id()))
                    .limit(limit)
                    .map(item -> new WorkItem(item.id(), item.kind(), item.dueAt(), item.attempts() + 1, item.ref()))
                    .toList();
            taken.forEach(item -> work.put(item.id(), new Planned(item, now.plus(lease))));
            return taken;
        }
    }

    private final class MemoryEvents implements Events {
        @Override
        public List<Event> stream(StreamId stream) {
            return locked(() -> {
                MemoryLine line = state.log.line(stream);
                return line == null ? List.of() : List.copyOf(line.events());
            });
        }

        @Override
        public Page<Event> after(Cursor cursor, int limit) {
            return locked(() -> state.log.after(cursor, limit));
        }

        @Override
        public void byStream(Selection what, Consumer<List<Event>> streams) {
            for (StreamId stream : locked(state::streams)) {
                List<Event> selected = stream(stream).stream().filter(what::has).toList();
                if (!selected.isEmpty()) {
                    streams.accept(selected);
                }
            }
        }
    }

    private final class MemoryEntries implements Entries {
        @Override
        public long count(String account, String list, Instant moment) {
            return locked(() -> state.entries.values().stream()
                    .filter(entry -> entry.key().account().equals(account)
                            && entry.key().list().equals(list)
                            && entry.countsAt(moment))
                    .count());
        }

        @Override
        public int prune(String account, Instant moment, int limit) {
            return locked(() -> {
                List<EntryKey> expired = state.expired(account, moment, limit);
                expired.forEach(state.entries::remove);
                return expired.size();
            });
        }
    }

    private final class MemoryKeys implements Keys {
        @Override
        public WrappedKey putIfAbsent(WrappedKey key) {
            return locked(() -> keys.computeIfAbsent(List.of(key.account(), key.leadId()), none -> key));
        }

        @Override
        public Optional<WrappedKey> get(String account, String leadId) {
            return locked(() -> Optional.ofNullable(keys.get(List.of(account, leadId))));
        }

        @Override
        public boolean destroy(String account, String leadId) {
            return locked(() -> keys.remove(List.of(account, leadId)) != null);
        }
    }
}
