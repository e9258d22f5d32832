package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import dev.sluice.store.codec.EncodedEvent;
import dev.sluice.store.codec.Encoding;
import dev.sluice.store.codec.EventCodec;
import dev.sluice.store.codec.Past;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Events in one place, everything else in another; see {@link Store#split}. */
final class SplitStore implements Store {
    private final EventStore log;
    private final Store state;
    private final EventCodec codec = EventCodec.standard();
    private final SplitStreams streams;
    private final SplitSettling settling = new SplitSettling();
    private final GroupCommit<Part> commit = new GroupCommit<>(this::commit);
    private final ReentrantLock deciding = new ReentrantLock();

    SplitStore(EventStore log, Store state) {
        this.log = requireNonNull(log, "log");
        this.state = requireNonNull(state, "state");
        this.streams = new SplitStreams(log);
    }

    /** A write whose grants are decided, and what is to follow them. */
    private static final class Part {
        private final Written<?> grants;
        private final Encoding encoding;
        private final Settling settling;
        private volatile @Nullable Cursor cursor;

        Part(Written<?> grants, Encoding encoding, Settling settling) {
            this.grants = grants;
            this.encoding = encoding;
            this.settling = settling;
        }
    }

    @Override
    public Durability durability() {
        return log.durability().compareTo(state.durability()) < 0 ? log.durability() : state.durability();
    }

    @Override
    public <R> Written<R> write(Write<R> write) {
        if (deciding.isHeldByCurrentThread()) {
            throw new IllegalStateException(GroupCommit.NESTED);
        }
        while (true) {
            try {
                return decide(write);
            } catch (SplitSettling.First earlier) {
                commit.await(earlier.number());
            } catch (SplitStreams.Unknown unknown) {
                learn(unknown.stream());
            }
        }
    }

    /** Asks the log without keeping others from deciding. */
    private void learn(StreamId stream) {
        long then = guarded(streams::forgotten);
        StreamHead head = streams.read(stream);
        guarded(() -> {
            streams.learn(stream, head, then);
            return head;
        });
    }

    private <T> T guarded(Supplier<T> body) {
        deciding.lock();
        try {
            return body.get();
        } finally {
            deciding.unlock();
        }
    }

    private <R> Written<R> decide(Write<R> write) {
        Attempt<R> attempt = new Attempt<>(write);
        Handed<R> handed;
        deciding.lock();
        try {
            commit.check();
            Written<R> grants = state.write(attempt);
            R decided = grants.decided();
            SplitChanges changes = attempt.changes();
            Part part = new Part(
                    grants, codec.encoding(changes.runs()), new Settling(changes.holders(), changes.settlements()));
            long number = commit.add(part);
            streams.decided(changes.heads(), number, commit.durable());
            settling.decided(changes.settled(), number, commit.durable());
            handed = new Handed<>(decided, part, number, commit);
        } finally {
            deciding.unlock();
        }
        handed.part().encoding.run();
        return handed;
    }

    /** The write as the state store sees it: with streams that it does not know, and without what must wait. */
    private final class Attempt<R> implements Write<R> {
        private final Write<R> write;
        private final Reads reads;
        private @Nullable SplitChanges changes;

        Attempt(Write<R> write) {
            this.write = write;
            this.reads = write.reads();
        }

        @Override
        public Reads reads() {
            return new Reads(reads.counters(), reads.entries(), reads.docs(), reads.holders(), List.of());
        }

        @Override
        public R decide(View view, Changes granted) {
            SplitChanges next = new SplitChanges(granted, streams, settling, commit.durable());
            changes = next;
            R decided = write.decide(reads.of(new SplitView(view, streams)), reads.to(next));
            next.requireNoGap();
            return decided;
        }

        SplitChanges changes() {
            return requireNonNull(changes, "a store that has decided has called decide()");
        }
    }

    private record Handed<R>(R decided, Part part, long number, GroupCommit<Part> commit) implements Written<R> {
        @Override
        public R durable() {
            commit.await(number);
            return decided;
        }

        @Override
        public Cursor cursor() {
            commit.await(number);
            return requireNonNull(part.cursor, "cursor");
        }
    }

    private void commit(List<Part> parts) {
        List<StoredEvent> batch = new ArrayList<>();
        for (Part part : parts) {
            part.grants.durable();
            part.encoding.result().forEach((stream, run) -> chain(stream, run, batch));
        }
        Cursor cursor = log.append(batch);
        parts.forEach(part -> part.cursor = cursor);
        settle(parts);
    }

    private void chain(StreamId stream, List<EncodedEvent> run, List<StoredEvent> batch) {
        byte[] previous = streams.hash(stream);
        for (EncodedEvent event : run) {
            StoredEvent stored = event.after(previous);
            batch.add(stored);
            previous = stored.hash();
        }
        streams.hash(stream, previous);
    }

    /** All together; one by one if a lead was taken over meanwhile, whose new owner settles it. */
    private void settle(List<Part> parts) {
        List<Settling> all = parts.stream()
                .map(part -> part.settling)
                .filter(Settling::isAny)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        try {
            state.write(Settling.of(all)).durable();
        } catch (NotOwnerException someLead) {
            all.forEach(this::settle);
        }
    }

    private void settle(Settling settling) {
        try {
            state.write(settling).durable();
        } catch (NotOwnerException taken) {
            // Who has the lead now finds its events in the log, and settles what is left.
            return;
        }
    }

    /** What follows once the events are in the log. */
    private record Settling(List<Holder> holders, List<Consumer<Changes>> all) implements Write<Boolean> {
        static Settling of(List<Settling> many) {
            return new Settling(
                    many.stream()
                            .flatMap(each -> each.holders.stream())
                            .distinct()
                            .toList(),
                    many.stream().flatMap(each -> each.all.stream()).toList());
        }

        boolean isAny() {
            return !all.isEmpty();
        }

        @Override
        public Reads reads() {
            return Reads.holders(holders);
        }

        @Override
        public Boolean decide(View view, Changes changes) {
            all.forEach(settlement -> settlement.accept(changes));
            return Boolean.TRUE;
        }
    }

    @Override
    public Events events() {
        return new Events() {
            @Override
            public List<Event> stream(StreamId stream) {
                return codec.decode(log.stream(stream));
            }

            @Override
            public Page<Event> after(Cursor cursor, int limit) {
                Page<StoredEvent> page = log.after(cursor, limit);
                return new Page<>(codec.decode(page.events(), Past.of(log::stream)), page.next());
            }
        };
    }

    @Override
    public Optional<StoredLog> log() {
        return Optional.of(log);
    }

    @Override
    public Work work() {
        return state.work();
    }

    @Override
    public Entries entries() {
        return state.entries();
    }

    @Override
    public Keys keys() {
        return state.keys();
    }

    @Override
    public Leads leads() {
        return new SplitLeads();
    }

    /** Taking over a lead puts right what its last owner left between the log and the state. */
    private final class SplitLeads implements Leads {
        @Override
        public List<Ownership> open(String account, Instant moment, int limit) {
            return state.leads().open(account, moment, limit);
        }

        @Override
        public List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit) {
            commit.flush();
            List<Ownership> taken = state.leads().takeOver(account, now, owner, busyUntil, limit);
            putRight(account, taken);
            return taken;
        }

        @Override
        public Optional<Ownership> reopen(StreamId lead, Instant now, String owner, Instant busyUntil) {
            commit.flush();
            Optional<Ownership> taken = state.leads().reopen(lead, now, owner, busyUntil);
            putRight(lead.account(), taken.stream().toList());
            return taken;
        }

        private void putRight(String account, List<Ownership> taken) {
            if (!taken.isEmpty()) {
                state.write(new SplitLeftovers(taken, state.inventory(account), events()::stream))
                        .durable();
            }
        }
    }

    @Override
    public Optional<Sealed> sealed(StreamId lead) {
        return state.sealed(lead);
    }

    @Override
    public Inventory inventory(String account) {
        return state.inventory(account).withoutLeads();
    }

    @Override
    public void close() {
        deciding.lock();
        try {
            commit.flush();
        } finally {
            commit.fail(new StoreUnavailableException("the store is closed: open a new one", null));
            state.close();
            deciding.unlock();
        }
    }
}
