package dev.sluice.benchmarks;

import dev.sluice.jdbc.JdbcStore;
import dev.sluice.store.StreamId;
import dev.sluice.store.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What one event costs the thread that makes it and hands it over: building, sequencing, encoding; not the waiting. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class EventBenchmark {
    private Path folder;
    private JdbcStore store;
    private StreamId stream = StoredLead.stream(0);
    private long leads;
    private int seq;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("events");
        store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"));
    }

    @Benchmark
    public Written<Boolean> createAndHandOver() {
        if (seq == StoredLead.EVENTS || seq == 0) {
            seq = 0;
            stream = StoredLead.stream(++leads);
        }
        seq++;
        return store.write(new StoredLead.Append(stream, List.of(StoredLead.event(stream, seq))));
    }

    @TearDown
    public void close() throws IOException {
        store.close();
        Folders.delete(folder);
    }
}
