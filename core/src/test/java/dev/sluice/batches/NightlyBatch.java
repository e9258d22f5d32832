package dev.sluice.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.StillTime;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.event.Event;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.schedule.Timetable;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A flow whose leads wait for a file each night, and the place that takes it. */
abstract class NightlyBatch {
    static final FileSchedule NIGHTLY = FileSchedule.of(ZoneOffset.UTC, new Timetable.Daily(LocalTime.of(2, 0)));

    @TempDir
    Path spool;

    final StillTime time = new StillTime("2026-03-15T12:00:00Z");
    final Store store = MemoryStore.create();
    final Place place = new Place();

    Sluice sluice() {
        return wired().build();
    }

    Sluice.Builder wired() {
        DeliveryPlugin collecting = DeliveryPlugin.inProcess(
                request -> DeliveryResult.queued("nightly", request.delivery().key()));
        return Sluice.builder()
                .store(store)
                .time(time)
                .delivery("batch", collecting)
                .rowFormat("lines", LineFormat.plain())
                .transport("place", place)
                .spool(spool);
    }

    static BatchDefinition batch(FileSchedule schedule) {
        return BatchDefinition.of("nightly", "lines", "place", schedule)
                .field("Email", "{{lead.email}}")
                .field("State", "{{lead.state}}")
                .fileName("leads_{date}_{batch_id}.txt");
    }

    static FlowDefinition flow(BatchDefinition batch) {
        return FlowDefinition.builder("solar")
                .field("email", "email")
                .field("state", "state")
                .source("web")
                .batch(batch)
                .step(RecipientStep.to("premier", "batch").build())
                .build();
    }

    static Submission submit(Flow flow, int n) {
        return flow.submit(
                Lead.from("web").with("email", "lead" + n + "@example.com").with("state", "TX"));
    }

    static void submit(Flow flow, int from, int to) {
        for (int n = from; n <= to; n++) {
            assertThat(submit(flow, n).outcome()).isEqualTo(Outcome.SUCCESS);
        }
    }

    void pass(Sluice sluice, Duration duration) {
        time.pass(duration);
        sluice.runDue(100);
    }

    List<Event> events() {
        return store.events().stream(new StreamId("default", "batch_nightly"));
    }

    List<String> types() {
        return events().stream().map(event -> event.type().text()).toList();
    }
}
