package dev.sluice.benchmarks;

import dev.sluice.jdbc.JdbcStore;
import dev.sluice.store.GroupCommit;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.Chain;
import dev.sluice.store.codec.EncodedEvent;
import dev.sluice.store.codec.EventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Leads of eight events, durable one by one, from eight threads that share commits: through the store, as ready rows into
 * the same table of the same kind of database, and as the same bytes into a file that is forced.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(8)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class StoreBenchmark {
    private static final String INSERT =
            "insert into event (account, stream, seq, clear, hash, type, flow, source, step,"
                    + " at, v, rev) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final AtomicLong leads = new AtomicLong();
    private final List<StoredEvent> rows = rows();
    private final GroupCommit<StreamId> rowCommit = new GroupCommit<>(this::insert);
    private final GroupCommit<StreamId> fileCommit = new GroupCommit<>(this::append);
    private Path folder;
    private JdbcStore store;
    private Connection raw;
    private PreparedStatement insert;
    private FileChannel file;
    private ByteBuffer lead;

    private static List<StoredEvent> rows() {
        List<StoredEvent> rows = new ArrayList<>();
        byte[] previous = Chain.START;
        for (EncodedEvent event : EventCodec.standard().encode(StoredLead.events(StoredLead.stream(0)))) {
            StoredEvent stored = event.after(previous);
            rows.add(stored);
            previous = stored.hash();
        }
        return rows;
    }

    @Setup
    public void open() throws IOException, SQLException {
        folder = Files.createTempDirectory("store");
        store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"));
        String bare = "jdbc:sqlite:" + folder.resolve("rows.db");
        JdbcStore.open(bare).close();
        raw = DriverManager.getConnection(bare);
        try (Statement statement = raw.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
        }
        raw.setAutoCommit(false);
        insert = raw.prepareStatement(INSERT);
        file = FileChannel.open(folder.resolve("log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        lead = ByteBuffer.allocate(1 << 16);
        rows.forEach(row -> lead.put(row.clear()).put(row.hash()).put(new byte[64]));
        lead.flip();
    }

    @Benchmark
    public Boolean store() {
        StreamId stream = StoredLead.stream(leads.incrementAndGet());
        return store.write(new StoredLead.Append(stream, StoredLead.events(stream)))
                .durable();
    }

    @Benchmark
    public void readyRows() {
        rowCommit.await(rowCommit.add(StoredLead.stream(leads.incrementAndGet())));
    }

    @Benchmark
    public void forcedFile() {
        fileCommit.await(fileCommit.add(StoredLead.stream(leads.incrementAndGet())));
    }

    private void insert(List<StreamId> streams) {
        try {
            for (StreamId stream : streams) {
                for (StoredEvent row : rows) {
                    insert(stream, row);
                }
            }
            raw.commit();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private void insert(StreamId stream, StoredEvent row) throws SQLException {
        insert.setString(1, stream.account());
        insert.setString(2, stream.id());
        insert.setLong(3, row.seq());
        insert.setBytes(4, row.clear());
        insert.setBytes(5, row.hash());
        int at = 6;
        for (String name : List.of("type", "flow", "source", "step")) {
            insert.setString(at++, row.columns().get(name));
        }
        for (String name : List.of("at", "v", "rev")) {
            insert.setLong(at++, Long.parseLong(row.columns().get(name)));
        }
        insert.executeUpdate();
    }

    private void append(List<StreamId> streams) {
        try {
            for (int i = 0; i < streams.size(); i++) {
                file.write(lead.duplicate());
            }
            file.force(false);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @TearDown
    public void close() throws IOException, SQLException {
        store.close();
        raw.close();
        file.close();
        Folders.delete(folder);
    }
}
