package dev.sluice.benchmarks;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.sluice.Sluice;
import dev.sluice.batch.CsvFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.export.Columns;
import dev.sluice.export.ExportJob;
import dev.sluice.export.ExportRequest;
import dev.sluice.export.Exports;
import dev.sluice.jdbc.JdbcStore;
import dev.sluice.store.Store;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What an export of events costs beside the bare CSV library, {@code ExportProgram [events]}, 200,000 by default: first the writing
 * alone, of the same cells; then all of it from SQLite, beside a loop over {@code java.sql} that reads the same columns of the
 * same rows and writes the same cells by the library. Processor time and bytes allocated of the one thread, in turns,
 * medians of the turns.
 */
public final class ExportProgram {
    private static final int TURNS = 5;
    private static final int WARM_UP = 2;
    private static final int IN_MEMORY = 20_000;
    private static final PrintStream OUT = System.out;
    private static final com.sun.management.ThreadMXBean THREAD =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String COLUMNS =
            "event_id,type,timestamp,lead_id,flow_id,entity_id,seq,account_id,flow_revision,"
                    + "source_id,step_id,test,outcome,reason,duration_ms,revenue";
    private static final String WITH_DATA = "event_id,type,timestamp,lead_id,flow_id,entity_id,seq,outcome,"
            + "email,email.domain,phone_1,phone_1.area,state,field_1,field_2,field_3";
    private static final String SELECT = "select stream, seq, type, at, flow, entity, account, rev, source, step, test,"
            + " outcome, reason, duration_ms, revenue from event order by position";

    private ExportProgram() {}

    /** What is measured; gives how many rows it wrote. */
    private interface Job {
        long run() throws IOException, SQLException;
    }

    public static void main(String[] args) throws IOException, SQLException {
        int events = args.length == 0 ? 200_000 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("export");
        String url = "jdbc:sqlite:" + folder.resolve("leads.db");
        try (Store store = JdbcStore.open(url)) {
            AuditProgram.fill(store, 0, events / 8);
            writing(url);
            Exports exports = Exports.over(Sluice.builder().store(store).build())
                    .format("csv", CsvFormat.commas())
                    .build();
            turns("from SQLite, columns", () -> bare(url), () -> export(exports, COLUMNS));
            turns("from SQLite, with data of leads", () -> bare(url), () -> export(exports, WITH_DATA));
        } finally {
            Folders.delete(folder);
        }
    }

    /** The same cells, by the library and by the format. */
    private static void writing(String url) throws IOException, SQLException {
        List<String[]> cells = new ArrayList<>();
        rows(url, cells::add);
        Shape shape = Shape.of(List.of(COLUMNS.split(",")));
        List<Obj> rows = new ArrayList<>();
        for (String[] row : cells.subList(0, Math.min(IN_MEMORY, cells.size()))) {
            rows.add(Obj.of(shape, Arrays.stream(row).map(Value::text).toArray(Value[]::new)));
        }
        turns("writing alone", () -> library(cells.subList(0, rows.size())), () -> format(shape, rows));
    }

    private static long library(List<String[]> cells) {
        CsvWriter writer = writer();
        cells.forEach(writer::writeRecord);
        return cells.size();
    }

    private static CsvWriter writer() {
        return CsvWriter.builder().build(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
    }

    private static long format(Shape shape, List<Obj> rows) throws IOException {
        RowWriter writer = CsvFormat.commas().open(shape, OutputStream.nullOutputStream());
        for (Obj row : rows) {
            writer.row(row);
        }
        writer.end();
        return rows.size();
    }

    private static long export(Exports exports, String columns) throws IOException {
        ExportJob job = exports.write(
                ExportRequest.events()
                        .columns(Columns.parse(columns))
                        .reader(Reader.of("benchmark", Role.AUDITOR))
                        .build(),
                OutputStream.nullOutputStream());
        return job.rows();
    }

    private static long bare(String url) throws SQLException {
        CsvWriter writer = writer();
        return rows(url, writer::writeRecord);
    }

    private interface Cells {
        void take(String[] row);
    }

    private static long rows(String url, Cells sink) throws SQLException {
        long count = 0;
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.take(cells(row));
                count++;
            }
        }
        return count;
    }

    private static String[] cells(ResultSet row) throws SQLException {
        String stream = row.getString(1);
        String seq = row.getString(2);
        return new String[] {
            "evt_" + stream + "_" + seq,
            row.getString(3),
            Instant.ofEpochMilli(row.getLong(4)).toString(),
            stream,
            orEmpty(row.getString(5)),
            orEmpty(row.getString(6)),
            seq,
            row.getString(7),
            row.getString(8),
            orEmpty(row.getString(9)),
            orEmpty(row.getString(10)),
            row.getLong(11) == 0 ? "false" : "true",
            orEmpty(row.getString(12)),
            orEmpty(row.getString(13)),
            orEmpty(row.getString(14)),
            orEmpty(row.getString(15))
        };
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static void turns(String name, Job bare, Job ours) throws IOException, SQLException {
        List<double[]> all = new ArrayList<>();
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            double[] one = measured(bare);
            double[] other = measured(ours);
            if (turn >= 0) {
                all.add(new double[] {one[0], other[0], other[0] / one[0], one[1], other[1]});
            }
        }
        OUT.printf(
                Locale.ROOT,
                "%-32s library %5.0f ns  ours %5.0f ns  ratio %.2f (%.2f to %.2f)   bytes %4.0f and %4.0f%n",
                name,
                median(all, 0),
                median(all, 1),
                median(all, 2),
                all.stream().mapToDouble(row -> row[2]).min().orElse(0),
                all.stream().mapToDouble(row -> row[2]).max().orElse(0),
                median(all, 3),
                median(all, 4));
    }

    private static double median(List<double[]> all, int column) {
        return all.stream()
                .mapToDouble(row -> row[column])
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElse(0);
    }

    /** Nanoseconds and bytes a row. */
    private static double[] measured(Job job) throws IOException, SQLException {
        long thread = Thread.currentThread().getId();
        long bytes = THREAD.getThreadAllocatedBytes(thread);
        long start = THREAD.getCurrentThreadCpuTime();
        double rows = job.run();
        return new double[] {
            (THREAD.getCurrentThreadCpuTime() - start) / rows, (THREAD.getThreadAllocatedBytes(thread) - bytes) / rows
        };
    }
}
