package dev.sluice.jdbc;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.batch.BatchDelivery;
import dev.sluice.batch.CsvFormat;
import dev.sluice.batch.FolderTransport;
import dev.sluice.batches.BatchStatus;
import dev.sluice.batches.Batches;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;

/** A process with a small heap that queues rows, makes one file of all of them and brings it to a folder. */
final class ChildVolume {
    static final String BATCH = "nightly";
    /** Each lead is a row of the batch for each of so many steps: rows are what this is about. */
    static final int STEPS = 20;

    private ChildVolume() {}

    /** @param arguments the store, a folder, how many rows */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        int rows = Integer.parseInt(arguments[2]);
        try (var store = JdbcStore.open(arguments[0]);
                Sluice sluice = Sluice.builder()
                        .store(store)
                        .delivery("batch", BatchDelivery.create())
                        .rowFormat("csv", CsvFormat.commas())
                        .transport("folder", FolderTransport.below(folder.resolve("out")))
                        .spool(folder)
                        .build()) {
            Flow flow = sluice.open(flow());
            for (int n = 0; n < rows / STEPS; n++) {
                flow.submit(Lead.from("web").with("email", "lead" + n + "@example.com"));
            }
            Batches batches = Batches.over(sluice);
            batches.deliverNow(BATCH);
            while (status(batches).files() == 0 || status(batches).pending() > 0) {
                sluice.runDue(1);
            }
            batches.sent(BATCH, 1).forEach(file -> CrashPoint.say("sent " + file.rows() + " " + file.sha256()));
        }
    }

    private static BatchStatus status(Batches batches) {
        return batches.status(BATCH).orElseThrow();
    }

    private static FlowDefinition flow() {
        FlowDefinition.Builder flow = FlowDefinition.builder("solar")
                .field("email", "email")
                .source("web")
                .batch(BatchDefinition.of(BATCH, "csv", "folder", FileSchedule.of(ZoneOffset.UTC))
                        .field("Email", "{{lead.email}}")
                        .field("Source", "{{source.id}}")
                        .fileName("leads.csv"));
        for (int step = 0; step < STEPS; step++) {
            flow.step(RecipientStep.to("buyer" + step, "batch")
                    .config(Obj.of(Map.of("batch", Value.text(BATCH))))
                    .build());
        }
        return flow.build();
    }
}
