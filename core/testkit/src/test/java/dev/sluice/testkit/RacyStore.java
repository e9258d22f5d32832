package dev.sluice.testkit;

import dev.sluice.store.Changes;
import dev.sluice.store.ForwardingStore;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
final class RacyStore extends ForwardingStore {
    private final Store memory;
    private final Map<Object, CyclicBarrier> between = new ConcurrentHashMap<>();

    RacyStore() {
        this(MemoryStore.create());
    }

    private RacyStore(Store memory) {
        super(memory);
        this.memory = memory;
    }

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
}
