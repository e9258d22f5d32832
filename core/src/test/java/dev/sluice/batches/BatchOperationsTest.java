package dev.sluice.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.alert.Alert;
import dev.sluice.alert.AlertRule;
import dev.sluice.alert.Alerts;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.event.Event;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.store.Changes;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Write;
import dev.sluice.types.Lead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with files that were sent, and with batches. */
class BatchOperationsTest extends NightlyBatch {
    private Sluice sluice;
    private Batches batches;
    private Flow flow;

    @BeforeEach
    void sendTwoLeads() {
        open(wired());
        for (int n = 1; n <= 2; n++) {
            submit(n);
        }
        deliver();
    }

    private void open(Sluice.Builder wiring) {
        sluice = wiring.build();
        batches = Batches.over(sluice);
        flow = sluice.open(flow(batch()));
    }

    private static BatchDefinition batch() {
        return BatchDefinition.of("nightly", "lines", "place", FileSchedule.of(ZoneOffset.UTC))
                .field("Email", "{{lead.email}}")
                .fileName("leads_{date}_{batch_id}.txt");
    }

    private void submit(int n) {
        flow.submit(Lead.from("web").with("email", "lead" + n + "@example.com"));
    }

    private void deliver() {
        batches.deliverNow("nightly");
        sluice.runDue(100);
    }

    private void pass(Duration duration) {
        time.pass(duration);
        sluice.runDue(100);
    }

    private Event last() {
        List<Event> events = events();
        return events.get(events.size() - 1);
    }

    private String downloaded(long number) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(batches.download("nightly", number, out)).isEqualTo(Download.WRITTEN);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_goes_again_as_it_was_with_its_name_and_its_bytes() {
        String name = "leads_2026-03-15_nightly-1.txt";
        place.files.remove(name);
        time.pass(Duration.ofDays(3));
        flow = sluice.open(flow(batch().field("More", "{{lead.lead_id}}").fileName("other_{date}.txt")));
        assertThat(batches.redeliver("nightly", 1, Settings.AS_SENT)).isTrue();
        sluice.runDue(100);
        assertThat(place.files).containsOnlyKeys(name);
        assertThat(place.rows()).containsExactly("lead1@example.com", "lead2@example.com");
        List<SentFile> sent = batches.sent("nightly", 10);
        assertThat(sent).extracting(SentFile::number).containsExactly(2L, 1L);
        assertThat(sent).extracting(SentFile::repeats).containsExactly(1L, 0L);
        assertThat(sent).extracting(SentFile::sha256).containsOnly(sent.get(1).sha256());
        assertThat(types())
                .containsExactly(
                        "batch.queued", "batch.queued", "batch.built", "batch.sent", "batch.built", "batch.sent");
        assertThat(last().facts().get("repeats").text()).isEqualTo("1");
    }

    @Test
    void a_file_goes_again_with_the_settings_of_today() {
        time.pass(Duration.ofDays(3));
        flow = sluice.open(flow(batch().field("Source", "web").fileName("again_{date}_{batch_id}.txt")));
        batches.redeliver("nightly", 1, Settings.AS_DEFINED);
        sluice.runDue(100);
        assertThat(new String(place.files.get("again_2026-03-18_nightly-1.txt"), StandardCharsets.UTF_8))
                .isEqualTo("lead1@example.com|web\nlead2@example.com|web\n");
    }

    @Test
    void rows_that_wait_go_on_waiting_and_are_in_one_file_all_the_same() {
        submit(3);
        batches.redeliver("nightly", 1, Settings.AS_SENT);
        sluice.runDue(100);
        assertThat(batches.status("nightly").orElseThrow().pending()).isEqualTo(1);
        deliver();
        assertThat(place.rows()).containsExactly("lead1@example.com", "lead2@example.com", "lead3@example.com");
        assertThat(batches.status("nightly").orElseThrow().pending()).isZero();
    }

    @Test
    void what_cannot_be_sent_again_is_given_up_after_its_tries_and_holds_nobody_up() {
        for (int i = 0; i < 4; i++) {
            place.answers.add(TransportResult.failed("The server is full"));
        }
        batches.redeliver("nightly", 1, Settings.AS_SENT);
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofMinutes(15));
        }
        assertThat(types()).endsWith("batch.built", "batch.failed");
        submit(3);
        deliver();
        assertThat(place.rows()).containsExactly("lead1@example.com", "lead2@example.com", "lead3@example.com");
    }

    @Test
    void a_file_that_may_have_arrived_stays_the_same_file_when_the_batch_is_changed() {
        submit(3);
        place.answers.add(TransportResult.unknown("The connection was lost"));
        deliver();
        flow = sluice.open(flow(batch().field("Source", "web").fileName("other.txt")));
        pass(Duration.ofMinutes(15));
        assertThat(place.files).containsOnlyKeys("leads_2026-03-15_nightly-1.txt", "leads_2026-03-15_nightly-2.txt");
    }

    @Test
    void who_waits_for_a_batch_that_does_not_arrive_is_told() {
        List<AlertRule> delayed = AlertRule.standard().stream()
                .filter(rule -> rule.id().equals("batch-delayed"))
                .toList();
        List<Alert> told = new ArrayList<>();
        Alerts alerts = Alerts.over(sluice, "delays", delayed).then(told::add);
        submit(3);
        for (int i = 0; i < 9; i++) {
            place.answers.add(TransportResult.failed("The server is down"));
        }
        deliver();
        batches.redeliver("nightly", 1, Settings.AS_SENT);
        pass(Duration.ofHours(25));
        alerts.run();
        assertThat(told).isEmpty();
        pass(Duration.ofHours(2));
        alerts.run();
        assertThat(told).extracting(Alert::group).containsExactly("nightly");
    }

    @Test
    void files_that_were_never_sent_are_not_sent_again() {
        assertThat(batches.redeliver("nightly", 7, Settings.AS_SENT)).isFalse();
        assertThat(batches.redeliver("weekly", 1, Settings.AS_SENT)).isFalse();
    }

    @Test
    void a_file_is_made_again_to_be_looked_at() throws IOException {
        assertThat(downloaded(1)).isEqualTo("lead1@example.com\nlead2@example.com\n");
        assertThat(batches.download("nightly", 2, new ByteArrayOutputStream())).isEqualTo(Download.UNKNOWN);
        assertThat(types()).hasSize(4);
    }

    @Test
    void what_is_no_longer_what_was_sent_is_not_shown_as_it() throws IOException {
        open(wired().rowFormat("lines", LineFormat.withHeader()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(batches.download("nightly", 1, out)).isEqualTo(Download.GONE);
        assertThat(out.size()).isZero();
    }

    @Test
    void the_archive_keeps_copies_until_their_time_is_over() throws IOException {
        Path archive = Files.createDirectory(spool.resolve("archive"));
        open(wired().archive(archive, Duration.ofDays(30)).rowFormat("lines", LineFormat.plain()));
        submit(3);
        deliver();
        assertThat(batches.file("nightly", 2).orElseThrow().archived()).isTrue();
        open(wired().archive(archive, Duration.ofDays(30)).rowFormat("lines", LineFormat.withHeader()));
        assertThat(downloaded(2)).isEqualTo("lead3@example.com\n");
        pass(Duration.ofDays(30));
        assertThat(batches.file("nightly", 2).orElseThrow().archived()).isFalse();
        try (Stream<Path> copies = Files.list(archive)) {
            assertThat(copies).isEmpty();
        }
        assertThatThrownBy(() -> wired().archive(archive, Duration.ZERO)).hasMessageContaining("some time");
    }

    @Test
    void files_alone_are_made_by_a_process_that_knows_transports_only() {
        sluice.dueWork("of others", item -> place.files.clear());
        store.write(new Schedules(new WorkItem(new WorkId("default", "other"), "of others", time.instant(), 0, "x")))
                .durable();
        submit(3);
        batches.deliverNow("nightly");
        assertThat(batches.runDue(100).done()).extracting(WorkId::id).doesNotContain("other");
        assertThat(place.rows()).hasSize(3);
        assertThat(batches.status("nightly").orElseThrow().pending()).isZero();
    }

    private record Schedules(WorkItem item) implements Write<Boolean> {
        @Override
        public Reads reads() {
            return Reads.NONE;
        }

        @Override
        public Boolean decide(View view, Changes changes) {
            changes.schedule(item);
            return true;
        }
    }
}
