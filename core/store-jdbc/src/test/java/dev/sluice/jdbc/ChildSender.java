package dev.sluice.jdbc;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.batch.BatchDelivery;
import dev.sluice.batch.FolderTransport;
import dev.sluice.batches.Batches;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;

/** A process that queues leads and sends whatever file is due, beside another one that does the same. */
final class ChildSender {
    static final String BATCH = "small";

    private ChildSender() {}

    /** @param arguments the store, a folder, the name of the process, how many leads */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        String name = arguments[2];
        try (JdbcStore store = JdbcStore.open(arguments[0]);
                Sluice sluice = Sluice.builder()
                        .store(store)
                        .delivery("batch", BatchDelivery.create())
                        .rowFormat("lines", LineFormat.plain())
                        .transport("folder", told(folder.resolve("out")))
                        .spool(folder.resolve(name))
                        .build()) {
            Flow flow = sluice.open(flow());
            CrashPoint.say("ready");
            System.in.read();
            for (int n = 0; n < Integer.parseInt(arguments[3]); n++) {
                flow.submit(Lead.from("web").with("email", name + n + "@example.com"));
                Batches.over(sluice).runDue(3);
            }
            while (!sluice.runDue(10).isEmpty()) {
                CrashPoint.say("more");
            }
        }
    }

    private static Transport told(Path folder) {
        Transport files = FolderTransport.below(folder);
        return request -> {
            CrashPoint.say("put " + request.file().name());
            return files.put(request);
        };
    }

    private static FlowDefinition flow() {
        return FlowDefinition.builder("solar")
                .field("email", "email")
                .source("web")
                .batch(BatchDefinition.of(
                                BATCH,
                                "lines",
                                "folder",
                                FileSchedule.of(ZoneOffset.UTC).afterRows(5))
                        .field("Email", "{{lead.email}}")
                        .fileName("{batch_id}.txt"))
                .step(RecipientStep.to("premier", "batch")
                        .config(Obj.of(Map.of("batch", Value.text(BATCH))))
                        .build())
                .build();
    }
}
