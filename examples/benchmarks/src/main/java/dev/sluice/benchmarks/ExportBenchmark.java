package dev.sluice.benchmarks;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.batch.CsvFormat;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.RowWriter;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.export.Columns;
import dev.sluice.export.ExportJob;
import dev.sluice.export.ExportRequest;
import dev.sluice.export.Exports;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rows of a CSV of sixteen columns: an export from the log, the format alone, and the bare library with texts that are there
 * already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class ExportBenchmark {
    private static final int LEADS = 2_500;
    private static final int ROWS = LEADS * 4;
    private static final String COLUMNS =
            "event_id,type,timestamp,lead_id,flow_id,source_id,seq,outcome,duration_ms,revenue,"
                    + "email,email.domain,phone_1,phone_1.area,state,note";

    private Exports exports;
    private ExportRequest request;
    private Shape columns;
    private List<Obj> rows;
    private List<String[]> texts;

    @Setup
    public void open() throws IOException {
        Sluice sluice = Sluice.builder()
                .delivery("stub", DeliveryPlugin.inProcess(delivery -> DeliveryResult.success()))
                .build();
        submit(sluice);
        exports = Exports.over(sluice).format("csv", CsvFormat.commas()).build();
        request = ExportRequest.events()
                .query("flow_id=solar")
                .columns(Columns.parse(COLUMNS))
                .reader(Reader.of("benchmark", Role.AUDITOR))
                .build();
        columns = Shape.of(List.of(COLUMNS.split(",")));
        rows = new ArrayList<>();
        texts = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(row(i));
            texts.add(columns(rows.get(i)));
        }
        ExportJob job = exports.write(request, OutputStream.nullOutputStream());
        if (job.rows() != ROWS) {
            throw new IllegalStateException("there are " + job.rows() + " rows");
        }
    }

    private static void submit(Sluice sluice) {
        Flow flow = sluice.open(FlowDefinition.builder("solar")
                .field("email", "email")
                .field("phone_1", "phone")
                .field("state", "state")
                .field("note", "string")
                .source("web")
                .step(RecipientStep.to("premier", "stub").build())
                .build());
        for (int i = 0; i < LEADS; i++) {
            flow.submit(Lead.from("web")
                    .with("email", "somebody" + i + "@example.com")
                    .with("phone_1", "(512) 789-" + (1000 + i))
                    .with("state", "Texas")
                    .with("note", "call after 5, please"));
        }
    }

    private Obj row(int i) {
        Value[] values = new Value[columns.size()];
        Arrays.fill(values, Value.text("some text of a cell"));
        values[0] = Value.text("evt_lead_0000000000" + i);
        values[values.length - 1] = Value.text("call after 5, please");
        return Obj.of(columns, values);
    }

    private String[] columns(Obj row) {
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.at(i).text();
        }
        return cells;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public ExportJob export() throws IOException {
        return exports.write(request, OutputStream.nullOutputStream());
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long format() throws IOException {
        RowWriter writer = CsvFormat.commas().open(columns, OutputStream.nullOutputStream());
        for (Obj row : rows) {
            writer.row(row);
        }
        writer.end();
        return writer.marked();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public CsvWriter library() throws IOException {
        CsvWriter writer = CsvWriter.builder().build(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        for (String[] cells : texts) {
            writer.writeRecord(cells);
        }
        writer.flush();
        return writer;
    }
}
