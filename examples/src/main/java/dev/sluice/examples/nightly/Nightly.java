package dev.sluice.examples.nightly;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.Time;
import dev.sluice.batch.BatchDelivery;
import dev.sluice.batch.CsvFormat;
import dev.sluice.batch.SftpTransport;
import dev.sluice.batches.SentFile;
import dev.sluice.event.Event;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Two days of leads, and the file of each night on an SFTP server that is started here. The clock is made up, so that two nights pass
 * at once.
 */
public final class Nightly {
    private static final String BATCH = "premier";
    private static final String USER = "sluice";
    private static final String PASSWORD = "made-up";

    private Nightly() {}

    /** Started at the top of the project, or with the path of the definition. */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Path root = Files.createTempDirectory("sluice-nightly");
        run(Path.of(args.length > 0 ? args[0] : "examples/nightly/flow.json"), root, System.out);
    }

    static void run(Path definition, Path root, PrintStream out) throws IOException, GeneralSecurityException {
        Clock clock = new Clock();
        try (SftpServer server = new SftpServer(root, USER, PASSWORD);
                Sluice sluice = Sluice.builder()
                        .time(clock)
                        .delivery("batch", BatchDelivery.create())
                        .rowFormat("csv", CsvFormat.commas())
                        .transport("sftp", SftpTransport.create(name -> PASSWORD))
                        .build()) {
            String text = Files.readString(definition)
                    .replace("\"port\": 22", "\"port\": " + server.port())
                    .replace("SHA256:of-the-server", server.fingerprint());
            Flow flow = sluice.open(FlowDefinition.read(text));
            Submission ann = submit(flow, "Ann", "250,000");
            submit(flow, "=Bob", "99,500.50");
            out.println("at noon wait " + waiting(sluice));
            clock.pass(Duration.ofHours(14));
            sluice.runDue(100);
            submit(flow, "Cid", "120000");
            clock.pass(Duration.ofDays(1));
            sluice.runDue(100);
            for (SentFile file : sluice.batches().sent(BATCH, 10)) {
                out.println(file.sentAt() + " " + file.place() + ", rows: " + file.rows());
                out.print(Files.readString(root.resolve(file.place().substring(1))));
            }
            out.println("then wait " + waiting(sluice));
            out.println("Ann: " + last(sluice, ann));
        }
    }

    private static Submission submit(Flow flow, String name, String amount) {
        return flow.submit(Lead.from("web")
                .with("first_name", name)
                .with("email", name.replace("=", "") + "@example.com")
                .with("phone_1", "512 555 0123")
                .with("state", "Texas")
                .with("loan_amount", amount));
    }

    private static long waiting(Sluice sluice) {
        return sluice.batches().status(BATCH).orElseThrow().pending();
    }

    private static String last(Sluice sluice, Submission lead) {
        List<Event> events = sluice.store().events().stream(
                new StreamId(sluice.account(), lead.leadId().orElseThrow()));
        Event last = events.get(events.size() - 1);
        return last.type() + " in " + last.facts().get("name").text();
    }

    /** Stands still until it is moved. */
    private static final class Clock implements Time {
        private Instant now = Instant.parse("2026-03-15T17:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void await(Duration duration) throws InterruptedException {
            Time.system().await(duration);
        }
    }
}
