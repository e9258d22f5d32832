package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.export.firehose.Firehose;
import dev.sluice.export.firehose.FirehoseStream;
import dev.sluice.export.firehose.SinkBatch;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A firehose from one database into another, its process killed again and again: every event arrives once. */
@Tag("processes")
class FirehoseKillTest {
    @TempDir
    Path folder;

    static SinkBatch batch() {
        Event event = Event.of(new StreamId("default", "lead_1"), 1, EventType.FILTER_PASSED, Instant.EPOCH)
                .build();
        return new SinkBatch(
                "s", 1, Instant.EPOCH, List.of(event), Deadline.in(Duration.ofSeconds(5), System::nanoTime));
    }

    @Test
    void killed_at_random_there_is_no_gap() {
        String log = "jdbc:sqlite:" + folder.resolve("leads.db");
        String warehouse = "jdbc:sqlite:" + folder.resolve("warehouse.db");
        int kills = Integer.getInteger("firehose.kills", 2);
        Random random = new Random(11);
        for (int kill = 0; kill < kills; kill++) {
            try (Child child = Child.start(Sends.class, log, warehouse)) {
                for (int batches = 1 + random.nextInt(8); batches > 0; batches--) {
                    assertThat(child.line()).startsWith("lake ");
                }
                child.kill();
            }
        }

        try (Sluice sluice = Sluice.builder().store(JdbcStore.open(log)).build()) {
            Sends.firehose(sluice, warehouse, 500).run("lake");
            List<String> logged = logged(sluice.events());
            assertThat(logged).hasSizeGreaterThan(10);
            assertThat(JdbcSinkTest.ids(warehouse)).containsExactlyInAnyOrderElementsOf(logged);
        }
    }

    private static List<String> logged(Events events) {
        List<String> ids = new ArrayList<>();
        Page<Event> page = events.after(Cursor.START, 500);
        while (!page.events().isEmpty()) {
            page.events().forEach(event -> ids.add(event.id()));
            page = events.after(page.next(), 500);
        }
        return ids;
    }

    /** Submits leads and sends what they leave in the log, until it is killed; says so after each round. */
    static final class Sends {
        private Sends() {}

        static Firehose firehose(Sluice sluice, String warehouse, int events) {
            return Firehose.over(sluice).stream(FirehoseStream.to("lake", JdbcSink.into(warehouse, "warehouse"))
                            .batch(events, Long.MAX_VALUE, Duration.ZERO)
                            .build())
                    .build();
        }

        public static void main(String[] arguments) {
            Sluice sluice = Sluice.builder()
                    .store(JdbcStore.open(arguments[0]))
                    .delivery("stub", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                    .build();
            Flow flow = sluice.open(FlowDefinition.builder("solar")
                    .field("email", "email")
                    .source("web")
                    .step(RecipientStep.to("premier", "stub").build())
                    .build());
            Firehose firehose = firehose(sluice, arguments[1], 3);
            for (int i = 0; ; i++) {
                for (int leads = 0; leads < 5; leads++) {
                    flow.submit(Lead.from("web").with("email", i + "_" + leads + "@example.com"));
                }
                System.out.println("lake " + firehose.run("lake").delivered());
            }
        }
    }
}
