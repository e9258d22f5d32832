package dev.sluice.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Contestants by short turns, each round in another order, so that other work on the machine meets all alike; medians of
 * all turns, and of the ratios within each round. As many rounds before those that count are for the
 * compiler.
 */
final class Turns {
    private static final PrintStream OUT = System.out;
    private static final ThreadMXBean CPU = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int HUNDRED = 100;

    private final int threads;
    private final int posts;
    private final long server;

    /**
     * @param posts how many a turn has
     * @param server the thread of the server, which shares the processors
     */
    Turns(int threads, int posts, long server) {
        this.threads = threads;
        this.posts = posts;
        this.server = server;
    }

    /** What a contestant does again and again. */
    @FunctionalInterface
    interface Post {
        void once() throws Exception;
    }

    /** What a post cost in a turn: all but the first per post. */
    private record Turn(double perSecond, double client, double serverMicros, double bytes) {
        double micros() {
            return client + serverMicros;
        }
    }

    private record Spent(long nanos, long bytes) {
        static Spent now() {
            return new Spent(CPU.getCurrentThreadCpuTime(), CPU.getCurrentThreadAllocatedBytes());
        }

        Spent since(Spent before) {
            return new Spent(nanos - before.nanos, bytes - before.bytes);
        }
    }

    void run(Map<String, Post> contestants, int rounds) throws InterruptedException, ExecutionException {
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        contestants.keySet().forEach(name -> turns.put(name, new ArrayList<>()));
        List<String> order = new ArrayList<>(contestants.keySet());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int round = -rounds; round < rounds; round++) {
            for (String name : order) {
                Turn turn = turn(pool, contestants.get(name));
                if (round >= 0) {
                    turns.get(name).add(turn);
                }
            }
            Collections.rotate(order, 1);
        }
        pool.shutdown();
        List<Turn> first = turns.values().iterator().next();
        turns.forEach((name, own) -> print(name, own, first));
    }

    private static void print(String name, List<Turn> own, List<Turn> first) {
        double[] ratios = IntStream.range(0, own.size())
                .mapToDouble(i -> own.get(i).perSecond / first.get(i).perSecond)
                .toArray();
        OUT.printf(
                Locale.ROOT,
                "%-16s %7.0f/s, %5.1f %%; processor: client %5.1f us + server %4.1f us, %5.1f %%; %6.0f bytes%n",
                name,
                of(own, Turn::perSecond),
                HUNDRED * median(ratios),
                of(own, Turn::client),
                of(own, Turn::serverMicros),
                HUNDRED * of(first, Turn::micros) / of(own, Turn::micros),
                of(own, Turn::bytes));
    }

    private Turn turn(ExecutorService pool, Post post) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(posts);
        Callable<Spent> worker = () -> {
            Spent before = Spent.now();
            while (left.decrementAndGet() >= 0) {
                post.once();
            }
            return Spent.now().since(before);
        };
        long serverBefore = CPU.getThreadCpuTime(server);
        long start = System.nanoTime();
        long nanos = 0;
        long bytes = 0;
        for (Future<Spent> each : pool.invokeAll(Collections.nCopies(threads, worker))) {
            nanos += each.get().nanos;
            bytes += each.get().bytes;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double serverNanos = CPU.getThreadCpuTime(server) - serverBefore;
        return new Turn(posts / seconds, nanos / 1e3 / posts, serverNanos / 1e3 / posts, (double) bytes / posts);
    }

    private static double of(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return median(turns.stream().mapToDouble(figure).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
