package dev.sluice.testkit;

import dev.sluice.store.Changes;
import dev.sluice.store.Durability;
import dev.sluice.store.Entries;
import dev.sluice.store.Events;
import dev.sluice.store.Inventory;
import dev.sluice.store.Keys;
import dev.sluice.store.Leads;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Reads;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.Work;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A store with the oldest fault of all: it reads, decides, and writes without holding on to what it read. Three writers
 * that come together with a decision on the same things are made to meet right between reading and writing.
 */
final class RacyStore implements Store {
    private final MemoryStore memory = MemoryStore.create();
    private final Map<Object, CyclicBarrier> between = new ConcurrentHashMap<>();

    @Override
    public <R> Written<R> write(Write<R> write) {
        List<Consumer<Changes>> recorded = new ArrayList<>();
        Written<R> decided = memory.write(Writing.write(write.reads(), (view, none) -> {
            recorded.clear();
            return write.decide(view, recorder(recorded));
        }));
        if (!recorded.isEmpty()) {
            if (looksAtOthers(write.reads())) {
                meet(List.of(write.reads().counters(), write.reads().entries()));
            }
            memory.write(Writing.write(write.reads(), (view, changes) -> {
                recorded.forEach(change -> change.accept(changes));
                return true;
            }));
        }
        return decided;
    }

    /** Whether what others do could change the decision; only then is there something to be late for. */
    private static boolean looksAtOthers(Reads reads) {
        return !reads.counters().isEmpty() || !reads.entries().isEmpty();
    }

    /** @param decision what both look at */
    private void meet(Object decision) {
        CyclicBarrier barrier = between.computeIfAbsent(decision, none -> new CyclicBarrier(3));
        try {
            barrier.await(100, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException alone) {
            barrier.reset();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static Changes recorder(List<Consumer<Changes>> recorded) {
        return (Changes) Proxy.newProxyInstance(
                Changes.class.getClassLoader(), new Class<?>[] {Changes.class}, (proxy, method, arguments) -> {
                    recorded.add(changes -> {
                        try {
                            method.invoke(changes, arguments);
                        } catch (ReflectiveOperationException fault) {
                            throw new IllegalStateException(fault);
                        }
                    });
                    return null;
                });
    }

    @Override
    public Durability durability() {
        return memory.durability();
    }

    @Override
    public Events events() {
        return memory.events();
    }

    @Override
    public Work work() {
        return memory.work();
    }

    @Override
    public Entries entries() {
        return memory.entries();
    }

    @Override
    public Keys keys() {
        return memory.keys();
    }

    @Override
    public Leads leads() {
        return memory.leads();
    }

    @Override
    public Optional<Sealed> sealed(StreamId lead) {
        return memory.sealed(lead);
    }

    @Override
    public Inventory inventory(String account) {
        return memory.inventory(account);
    }

    @Override
    public void close() {
        memory.close();
    }
}
