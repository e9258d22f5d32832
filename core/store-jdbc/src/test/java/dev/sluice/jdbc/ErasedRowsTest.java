package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.audit.Erasure;
import dev.sluice.batches.Batches;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.event.Event;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who were erased while their row waited are in no file. */
class ErasedRowsTest {
    @TempDir
    private Path folder;

    private final List<String> files = new ArrayList<>();

    private TransportResult put(TransportRequest request) {
        try (InputStream in = request.file().content().open()) {
            files.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return TransportResult.delivered("there");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Sluice sluice(Store store) {
        return Sluice.builder()
                .store(store)
                .indexKey(SealedSqliteStoreTest.PRIVACY.indexKey())
                .delivery(
                        "batch",
                        DeliveryPlugin.inProcess(request -> DeliveryResult.queued(
                                "nightly", request.delivery().key())))
                .rowFormat("lines", LineFormat.plain())
                .transport("place", this::put)
                .spool(folder)
                .build();
    }

    private static FlowDefinition flow() {
        return FlowDefinition.builder("solar")
                .field("email", "email")
                .source("web")
                .batch(BatchDefinition.of("nightly", "lines", "place", FileSchedule.of(ZoneOffset.UTC))
                        .field("Email", "to {{lead.email}}"))
                .step(RecipientStep.to("premier", "batch").build())
                .build();
    }

    @Test
    void an_erased_lead_is_left_out_and_counted_as_lost() {
        try (Store store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"), SealedSqliteStoreTest.PRIVACY);
                Sluice sluice = sluice(store)) {
            Flow flow = sluice.open(flow());
            flow.submit(Lead.from("web").with("email", "ann@example.com"));
            flow.submit(Lead.from("web").with("email", "bob@example.com"));
            Erasure.over(sluice).person(List.of("ann@example.com"));
            Batches.over(sluice).deliverNow("nightly");
            sluice.runDue(10);
            assertThat(files).containsExactly("to bob@example.com\n");
            List<Event> events = store.events().stream(new StreamId("default", "batch_nightly"));
            assertThat(events.get(events.size() - 1).facts().get("lost").text()).isEqualTo("1");
        }
    }
}
