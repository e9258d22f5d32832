package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.batches.Batches;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.event.EventType;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.schedule.Timetable;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process ends at every point of a batch's way: before and after each write, before and after the file arrives. Another
 * one goes on. No lead that was answered is missing from the files, and none is in them twice. Extend it for a store.
 */
public abstract class BatchCrashContract {
    private static final int LEADS = 3;

    @TempDir
    private Path spool;

    /** A new, empty store. */
    protected abstract Store create();

    @Test
    void wherever_a_process_ends_each_lead_is_in_one_file() {
        int points = 0;
        for (boolean ended = true; ended; points++) {
            Story story = new Story(points, new FilePlace(true));
            ended = story.run();
            assertThat(story.sent).as("ended at point %d", points).containsAll(story.answered);
            assertThat(new HashSet<>(story.sent))
                    .as("ended at point %d", points)
                    .hasSameSizeAs(story.sent);
            assertThat(story.pending).as("ended at point %d", points).isZero();
            assertThat(story.told)
                    .as("final deliveries of leads, ended at point %d", points)
                    .containsOnly(1L);
            assertThat(spooled()).as("ended at point %d", points).isEmpty();
        }
        assertThat(points).as("points at which a process was ended").isGreaterThan(20);
    }

    @Test
    void the_contract_finds_a_transport_that_brings_a_file_twice() {
        int doubled = 0;
        boolean ended = true;
        for (int point = 0; ended; point++) {
            Story story = new Story(point, new FilePlace(false));
            ended = story.run();
            doubled += new HashSet<>(story.sent).size() < story.sent.size() ? 1 : 0;
        }
        assertThat(doubled).isGreaterThan(0);
    }

    private List<String> spooled() {
        try (Stream<Path> files = Files.list(spool)) {
            return files.map(Path::toString).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One process that ends at a point, and one that goes on after it. */
    private final class Story {
        private final VirtualTime time = VirtualTime.at("2026-03-15T12:00:00Z");
        private final EndingProcess process;
        private final FilePlace place;
        private final List<String> answered = new ArrayList<>();
        private final List<String> leads = new ArrayList<>();
        private List<Long> told = List.of();
        private List<String> sent = List.of();
        private long pending;

        Story(int point, FilePlace place) {
            this.process = new EndingProcess(point);
            this.place = place;
        }

        boolean run() {
            try (Store store = create()) {
                boolean ended = first(store);
                Sluice next = sluice(store, place);
                next.open(flow());
                next.recover();
                for (int day = 0; day < 3; day++) {
                    time.advance(Duration.ofMinutes(11));
                    next.runDue(100);
                    time.advance(Duration.ofDays(1));
                    next.runDue(100);
                }
                sent = place.lines();
                told = Stream.concat(Stream.of(1L), leads.stream().map(lead -> told(store, lead)))
                        .toList();
                pending = Batches.over(next).status("nightly").orElseThrow().pending();
                return ended;
            }
        }

        private static long told(Store store, String lead) {
            return store.events().stream(new StreamId("default", lead)).stream()
                    .filter(event -> event.type().equals(EventType.BATCH_DELIVERED))
                    .count();
        }

        private boolean first(Store store) {
            try {
                Sluice sluice = sluice(process.over(store), request -> process.around(() -> place.put(request)));
                Flow flow = sluice.open(flow());
                for (int n = 0; n < LEADS; n++) {
                    String email = "lead" + n + "@example.com";
                    flow.submit(Lead.from("web").with("email", email));
                    answered.add(email);
                }
                time.advance(Duration.ofHours(14));
                sluice.runDue(100);
                return false;
            } catch (EndingProcess.Ended end) {
                return true;
            }
        }

        private Sluice sluice(Store store, Transport transport) {
            DeliveryPlugin collecting = DeliveryPlugin.inProcess(request ->
                    DeliveryResult.queued("nightly", request.delivery().key()));
            return Sluice.builder()
                    .store(store)
                    .time(time)
                    .delivery("batch", collecting)
                    .rowFormat("lines", LineFormat.plain())
                    .transport("place", transport)
                    .spool(spool)
                    .build();
        }

        private FlowDefinition flow() {
            FileSchedule nightly = FileSchedule.of(ZoneOffset.UTC, new Timetable.Daily(LocalTime.of(2, 0)));
            return FlowDefinition.builder("solar")
                    .field("email", "email")
                    .source("web")
                    .batch(BatchDefinition.of("nightly", "lines", "place", nightly)
                            .field("Email", "{{lead.email}}")
                            .fileName("leads_{date}_{batch_id}.txt"))
                    .step(RecipientStep.to("premier", "batch").build())
                    .build();
        }
    }
}
