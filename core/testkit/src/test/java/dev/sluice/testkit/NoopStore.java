package dev.sluice.testkit;

import dev.sluice.event.Event;
import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Cursor;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Durability;
import dev.sluice.store.Entries;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Events;
import dev.sluice.store.Hold;
import dev.sluice.store.Holder;
import dev.sluice.store.Inventory;
import dev.sluice.store.Keys;
import dev.sluice.store.Leads;
import dev.sluice.store.Ownership;
import dev.sluice.store.Page;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StreamHead;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Work;
import dev.sluice.store.WrappedKey;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that says yes to everything and keeps nothing. */
final class NoopStore implements Store {
    /** Takes changes and makes none. */
    private static final Changes NOWHERE = (Changes) Proxy.newProxyInstance(
            Changes.class.getClassLoader(), new Class<?>[] {Changes.class}, (proxy, change, given) -> null);

    @Override
    public Durability durability() {
        return Durability.SYNCED;
    }

    @Override
    public <R> Written<R> write(Write<R> write) {
        R decided = write.decide(new Nothing(), NOWHERE);
        return new Written<>() {
            @Override
            public R decided() {
                return decided;
            }

            @Override
            public R durable() {
                return decided;
            }

            @Override
            public Cursor cursor() {
                return Cursor.START;
            }
        };
    }

    @Override
    public Events events() {
        return new Events() {
            @Override
            public List<Event> stream(StreamId stream) {
                return List.of();
            }

            @Override
            public Page<Event> after(Cursor cursor, int limit) {
                return new Page<>(List.of(), cursor);
            }
        };
    }

    @Override
    public Work work() {
        return (wanted, now, limit, lease) -> List.of();
    }

    @Override
    public Entries entries() {
        return new Entries() {
            @Override
            public long count(String account, String list, Instant moment) {
                return 0;
            }

            @Override
            public int prune(String account, Instant moment, int limit) {
                return 0;
            }
        };
    }

    @Override
    public Keys keys() {
        return new Keys() {
            @Override
            public WrappedKey putIfAbsent(WrappedKey key) {
                return key;
            }

            @Override
            public Optional<WrappedKey> get(String account, String leadId) {
                return Optional.empty();
            }

            @Override
            public boolean destroy(String account, String leadId) {
                return true;
            }
        };
    }

    @Override
    public Leads leads() {
        return new Leads() {
            @Override
            public List<Ownership> open(String account, Instant moment, int limit) {
                return List.of();
            }

            @Override
            public List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit) {
                return List.of();
            }

            @Override
            public Optional<Ownership> reopen(StreamId lead, Instant now, String owner, Instant busyUntil) {
                return Optional.empty();
            }
        };
    }

    @Override
    public Optional<Sealed> sealed(StreamId lead) {
        return Optional.empty();
    }

    @Override
    public Inventory inventory(String account) {
        return new Inventory(Map.of(), Map.of(), List.of(), List.of(), Optional.empty());
    }

    @Override
    public void close() {}

    private static final class Nothing implements View {
        @Override
        public Counter counter(CounterKey key) {
            return Counter.ZERO;
        }

        @Override
        public Optional<Entry> entry(EntryKey key) {
            return Optional.empty();
        }

        @Override
        public Optional<Doc> doc(DocKey key) {
            return Optional.empty();
        }

        @Override
        public Hold hold(Holder holder) {
            return Hold.NONE;
        }

        @Override
        public StreamHead head(StreamId stream) {
            return StreamHead.NONE;
        }
    }
}
