package dev.sluice.jdbc;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.Time;
import dev.sluice.batch.BatchDelivery;
import dev.sluice.batch.FolderTransport;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.schedule.Timetable;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A process that recovers, sends the files that the one before it has left, queues leads of its own, makes their file a day later, and is
 * gone at a named point.
 */
final class ChildBatches {
    /**
     * Around what the database does; while rows are written; before and amidst the copy of the file, behind it but before the file
     * has its name, and with its name but before that is known.
     */
    static final List<String> POINTS = List.of("commit", "render", "send", "copy", "copied", "put", "committed");

    static final String BATCH = "nightly";

    private static final int LEADS = 3;

    private final CrashPoint point;
    private final Path folder;
    private final Clock clock;
    private final boolean blind;

    private ChildBatches(CrashPoint point, Path folder, int child, boolean blind) {
        this.point = point;
        this.folder = folder;
        this.clock = new Clock(child * 3L);
        this.blind = blind;
    }

    /** @param arguments the store, a folder, the point, how it ends, how often it is passed, which child it is, a fault */
    public static void main(String[] arguments) {
        CrashPoint point =
                new CrashPoint(arguments[2], CrashPoint.End.valueOf(arguments[3]), Integer.parseInt(arguments[4]));
        int child = Integer.parseInt(arguments[5]);
        Store store = JdbcStore.open(new Crashing(point, Crashing.Fault.NONE).source(arguments[0]));
        new ChildBatches(point, Path.of(arguments[1]), child, arguments[6].equals("blind")).run(store, child);
    }

    private void run(Store store, int child) {
        try (Sluice sluice = Sluice.builder()
                .store(store)
                .time(clock)
                .delivery("batch", BatchDelivery.create())
                .rowFormat("lines", LineFormat.plain().then(() -> point.at("render")))
                .transport("folder", transport())
                .spool(folder)
                .build()) {
            sluice.recover();
            Flow flow = sluice.open(flow());
            sluice.runDue(1_000);
            for (int i = 0; i < LEADS; i++) {
                String email = "c" + child + "-" + i + "@example.com";
                Submission answer = flow.submit(Lead.from("web").with("email", email));
                CrashPoint.say("ack " + answer.leadId().orElse("none") + " " + email);
            }
            clock.days++;
            sluice.runDue(1_000);
            clock.days++;
            sluice.runDue(1_000);
            CrashPoint.say("end");
        }
    }

    private static FlowDefinition flow() {
        FileSchedule nightly = FileSchedule.of(ZoneOffset.UTC, new Timetable.Daily(LocalTime.of(2, 0)));
        return FlowDefinition.builder("solar")
                .field("email", "email")
                .source("web")
                .batch(BatchDefinition.of(BATCH, "lines", "folder", nightly)
                        .field("Email", "{{lead.email}}")
                        .config(Obj.of(Map.of("path", Value.text("out"))))
                        .fileName("{batch_id}.txt"))
                .step(RecipientStep.to("premier", "batch")
                        .config(Obj.of(Map.of("batch", Value.text(BATCH))))
                        .build())
                .build();
    }

    /** A folder; the blind one takes another name each time, so that it never finds what is there. */
    private Transport transport() {
        Transport files = FolderTransport.below(folder);
        return request -> {
            point.at("send");
            OutgoingFile file = request.file();
            String name = blind ? clock.nanos() + file.name() : file.name();
            TransportResult result = files.put(new TransportRequest(
                    new OutgoingFile(
                            name,
                            file.mediaType(),
                            file.size(),
                            file.sha256(),
                            () -> new Copied(file.content().open())),
                    request.config(),
                    request.tokens(),
                    request.key(),
                    request.deadline()));
            point.at("put");
            return result;
        };
    }

    /** Ends amidst a file. */
    private final class Copied extends FilterInputStream {
        private Copied(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            point.at(read > 0 ? "copy" : "copied");
            return read;
        }
    }

    /** Days ahead of the machine's. */
    private static final class Clock implements Time {
        private final Time system = Time.system();
        private volatile long days;

        private Clock(long days) {
            this.days = days;
        }

        @Override
        public Instant instant() {
            return system.instant().plus(Duration.ofDays(days));
        }

        @Override
        public long nanos() {
            return system.nanos();
        }

        @Override
        public void await(Duration duration) throws InterruptedException {
            system.await(duration);
        }
    }
}
