package dev.sluice.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.StillTime;
import dev.sluice.Submission;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.ZipEncryption;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.BatchDefinition.Compression;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.schedule.Timetable;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchesTest {
    private static final FileSchedule NIGHTLY =
            FileSchedule.of(ZoneOffset.UTC, new Timetable.Daily(LocalTime.of(2, 0)));

    @TempDir
    private Path spool;

    private final StillTime time = new StillTime("2026-03-15T12:00:00Z");
    private final Store store = MemoryStore.create();
    private final Place place = new Place();

    private Sluice sluice() {
        return wired().build();
    }

    private Sluice.Builder wired() {
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

    private static BatchDefinition batch(FileSchedule schedule) {
        return BatchDefinition.of("nightly", "lines", "place", schedule)
                .field("Email", "{{lead.email}}")
                .field("State", "{{lead.state}}")
                .fileName("leads_{date}_{batch_id}.txt");
    }

    private static FlowDefinition flow(BatchDefinition batch) {
        return FlowDefinition.builder("solar")
                .field("email", "email")
                .field("state", "state")
                .source("web")
                .batch(batch)
                .step(RecipientStep.to("premier", "batch").build())
                .build();
    }

    private static Submission submit(Flow flow, int n) {
        return flow.submit(
                Lead.from("web").with("email", "lead" + n + "@example.com").with("state", "TX"));
    }

    private static void submit(Flow flow, int from, int to) {
        for (int n = from; n <= to; n++) {
            assertThat(submit(flow, n).outcome()).isEqualTo(Outcome.SUCCESS);
        }
    }

    private void pass(Sluice sluice, Duration duration) {
        time.pass(duration);
        sluice.runDue(100);
    }

    private List<Event> events() {
        return store.events().stream(new StreamId("default", "batch_nightly"));
    }

    private List<String> types() {
        return events().stream().map(event -> event.type().text()).toList();
    }

    @Test
    void leads_go_in_one_file_at_its_time() {
        Sluice sluice = sluice();
        submit(sluice.open(flow(batch(NIGHTLY))), 1, 3);
        pass(sluice, Duration.ofHours(13));
        assertThat(place.files).isEmpty();
        pass(sluice, Duration.ofHours(1));
        assertThat(place.files).containsOnlyKeys("leads_2026-03-16_nightly-1.txt");
        assertThat(place.rows())
                .containsExactly("lead1@example.com|TX", "lead2@example.com|TX", "lead3@example.com|TX");
        assertThat(types())
                .containsExactly("batch.queued", "batch.queued", "batch.queued", "batch.built", "batch.sent");
    }

    @Test
    void a_file_that_takes_hours_to_make_stays_with_its_process_and_is_sent_once() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        AtomicInteger made = new AtomicInteger();
        RowFormat slow = new SlowFormat(made, () -> {
            time.pass(Duration.ofMinutes(4));
            meanwhile.get().run();
        });
        Sluice one = wired().rowFormat("slow", slow).build();
        Sluice other = wired().rowFormat("slow", slow).build();
        FlowDefinition flow = flow(BatchDefinition.of("nightly", "slow", "place", NIGHTLY)
                .field("Email", "{{lead.email}}")
                .fileName("leads_{batch_id}.txt"));
        submit(one.open(flow), 1, 40);
        other.open(flow);
        meanwhile.set(() -> other.runDue(100));
        pass(one, Duration.ofHours(14));
        meanwhile.set(() -> {});
        pass(other, Duration.ofHours(4));
        assertThat(made).hasValue(1);
        assertThat(place.puts).isEqualTo(1);
        assertThat(place.rows()).hasSize(40);
        assertThat(types().stream().filter("batch.sent"::equals)).hasSize(1);
    }

    @Test
    void a_file_is_made_as_soon_as_enough_bytes_wait_and_what_was_sent_no_longer_counts() {
        Sluice sluice = sluice();
        FileSchedule large = FileSchedule.of(ZoneOffset.UTC).afterBytes(60);
        // "lead1@example.com" and "TX" are 19 bytes, and one for each of two cells: 21 of them.
        Flow flow = sluice.open(flow(batch(large)));
        submit(flow, 1, 2);
        pass(sluice, Duration.ofDays(9));
        assertThat(place.files).isEmpty();
        submit(flow, 3, 3);
        pass(sluice, Duration.ZERO);
        assertThat(place.rows()).hasSize(3);
        submit(flow, 4, 5);
        pass(sluice, Duration.ofDays(9));
        assertThat(place.files).hasSize(1);
        submit(flow, 6, 6);
        pass(sluice, Duration.ZERO);
        assertThat(place.files).hasSize(2);
    }

    @Test
    void rows_that_came_while_a_file_was_on_its_way_count_for_the_next_one() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(FileSchedule.of(ZoneOffset.UTC).afterBytes(60))));
        place.answers.add(TransportResult.failed("the server cannot be reached"));
        submit(flow, 1, 3);
        pass(sluice, Duration.ZERO);
        submit(flow, 4, 6);
        pass(sluice, Duration.ofMinutes(15));
        sluice.runDue(100);
        assertThat(place.files).hasSize(2);
    }

    @Test
    void the_lead_is_sold_when_it_waits_and_its_event_names_the_batch() {
        Submission answer = submit(sluice().open(flow(batch(NIGHTLY))), 1);
        Event delivered = answer.events().stream()
                .filter(event -> event.type().text().equals("recipient.delivered"))
                .findFirst()
                .orElseThrow();
        assertThat(delivered.facts().get("batch").text()).isEqualTo("nightly");
        assertThat(delivered.facts().get("reference").text())
                .isEqualTo(answer.leadId().orElseThrow() + ":premier:1");
    }

    private List<Event> arrivals(Submission answer) {
        return store.events().stream(new StreamId("default", answer.leadId().orElseThrow())).stream()
                .filter(event -> event.type().equals(EventType.BATCH_DELIVERED))
                .toList();
    }

    @Test
    void each_lead_has_its_final_delivery_on_its_own_stream() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(NIGHTLY)));
        List<Submission> answers =
                IntStream.rangeClosed(1, 250).mapToObj(n -> submit(flow, n)).toList();
        assertThat(arrivals(answers.get(0))).isEmpty();
        pass(sluice, Duration.ofHours(14));
        pass(sluice, Duration.ofDays(1));
        assertThat(answers).allSatisfy(answer -> assertThat(arrivals(answer)).hasSize(1));
        Event arrived = arrivals(answers.get(249)).get(0);
        assertThat(arrived.step()).hasValue("premier");
        assertThat(arrived.outcome()).hasValue(Outcome.SUCCESS);
        assertThat(arrived.facts().text())
                .startsWith("{\"batch\":\"nightly\",\"reference\":\""
                        + answers.get(249).leadId().orElseThrow()
                        + ":premier:1\",\"row\":250,\"file\":1,\"name\":\"leads_2026-03-16_nightly-1.txt\"");
    }

    @Test
    void a_lead_that_is_still_on_its_way_is_told_later_and_keeps_nobody_waiting() {
        AtomicReference<Sluice> sluice = new AtomicReference<>();
        DeliveryPlugin slow = request -> {
            sluice.get().runDue(100);
            return DeliveryResult.success();
        };
        sluice.set(wired().delivery("slow", slow).build());
        FlowDefinition definition = flow(batch(FileSchedule.of(ZoneOffset.UTC).afterRows(2)));
        Submission first = submit(sluice.get().open(definition), 1);
        Submission second = submit(
                sluice.get()
                        .open(definition.toBuilder()
                                .step(RecipientStep.to("second", "slow").build())
                                .build()),
                2);
        assertThat(arrivals(first)).hasSize(1);
        assertThat(place.rows()).hasSize(2);
        assertThat(arrivals(second)).isEmpty();
        pass(sluice.get(), Duration.ofMinutes(15));
        assertThat(arrivals(second)).hasSize(1);
        pass(sluice.get(), Duration.ofDays(1));
        assertThat(arrivals(first)).hasSize(1);
    }

    @Test
    void a_batch_that_was_never_defined_has_no_status() {
        assertThat(Batches.over(sluice()).status("nightly")).isEmpty();
    }

    @Test
    void a_year_of_nights_sends_each_lead_once_and_no_file_without_rows() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(NIGHTLY)));
        int leads = 0;
        for (int day = 0; day < 365; day++) {
            int today = day % 7 == 0 ? 0 : day % 3 + 1;
            submit(flow, leads + 1, leads + today);
            leads += today;
            pass(sluice, Duration.ofDays(1));
        }
        assertThat(place.rows()).hasSize(leads).doesNotHaveDuplicates();
        assertThat(place.files).hasSize(365 - 53);
        assertThat(Batches.over(sluice).status("nightly").orElseThrow().pending())
                .isZero();
    }

    @Test
    void a_file_is_made_as_soon_as_enough_leads_wait() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(FileSchedule.of(ZoneOffset.UTC).afterRows(5))));
        for (int n = 1; n <= 12; n++) {
            submit(flow, n);
            sluice.runDue(10);
        }
        assertThat(place.files).hasSize(2);
        assertThat(place.rows()).hasSize(10);
        assertThat(Batches.over(sluice).status("nightly").orElseThrow().pending())
                .isEqualTo(2);
    }

    @Test
    void a_file_is_made_after_a_time_without_leads() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(FileSchedule.of(ZoneOffset.UTC).afterInactivity(Duration.ofHours(2)))));
        submit(flow, 1);
        pass(sluice, Duration.ofMinutes(90));
        submit(flow, 2);
        pass(sluice, Duration.ofMinutes(90));
        assertThat(place.files).isEmpty();
        pass(sluice, Duration.ofMinutes(30));
        assertThat(place.rows()).hasSize(2);
    }

    @Test
    void a_file_that_cannot_be_sent_is_tried_again_and_then_its_rows_wait_for_the_next_time() {
        Sluice sluice = sluice();
        submit(sluice.open(flow(batch(NIGHTLY))), 1, 2);
        for (int i = 0; i < 4; i++) {
            place.answers.add(TransportResult.failed("The server is full"));
        }
        pass(sluice, Duration.ofHours(14));
        for (int i = 0; i < 3; i++) {
            pass(sluice, Duration.ofMinutes(15));
        }
        assertThat(place.puts).isEqualTo(4);
        assertThat(place.files).isEmpty();
        assertThat(events().get(events().size() - 1).facts().get("next_at").text())
                .isEqualTo("2026-03-17T02:00:00Z");
        assertThat(Batches.over(sluice).status("nightly").orElseThrow().pending())
                .isEqualTo(2);
        pass(sluice, Duration.ofDays(1));
        assertThat(place.files).containsOnlyKeys("leads_2026-03-17_nightly-2.txt");
        assertThat(place.rows()).hasSize(2);
    }

    @Test
    void a_file_that_may_have_arrived_keeps_its_name_and_its_rows() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(NIGHTLY)));
        submit(flow, 1, 2);
        place.answers.add(TransportResult.unknown("The connection was lost"));
        pass(sluice, Duration.ofHours(14));
        submit(flow, 3);
        pass(sluice, Duration.ofMinutes(15));
        assertThat(place.files).containsOnlyKeys("leads_2026-03-16_nightly-1.txt");
        assertThat(place.rows()).hasSize(2);
        pass(sluice, Duration.ofDays(1));
        assertThat(place.rows()).hasSize(3);
    }

    @Test
    void a_file_that_gets_too_large_goes_in_parts() {
        Sluice sluice = sluice();
        submit(sluice.open(flow(batch(NIGHTLY).inPartsOf(50).fileName("leads_{date}.txt"))), 1, 7);
        pass(sluice, Duration.ofHours(14));
        assertThat(place.files)
                .containsOnlyKeys("leads_2026-03-16.txt", "leads_2026-03-16_part2.txt", "leads_2026-03-16_part3.txt");
        assertThat(place.rows()).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void files_are_packed() throws IOException {
        Sluice sluice = sluice();
        submit(sluice.open(flow(batch(NIGHTLY).packed(Compression.GZIP))), 1, 1);
        pass(sluice, Duration.ofHours(14));
        byte[] packed = place.files.get("leads_2026-03-16_nightly-1.txt.gz");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isEqualTo("lead1@example.com|TX\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothing_stays_in_the_spool() throws IOException {
        Sluice sluice = sluice();
        submit(sluice.open(flow(batch(NIGHTLY))), 1, 1);
        pass(sluice, Duration.ofHours(14));
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void people_send_now_pause_and_see_what_was_sent() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(NIGHTLY)));
        Batches batches = Batches.over(sluice);
        submit(flow, 1, 2);
        batches.pause("nightly");
        pass(sluice, Duration.ofDays(3));
        assertThat(place.files).isEmpty();
        submit(flow, 3);
        batches.resume("nightly");
        batches.deliverNow("nightly");
        sluice.runDue(10);
        assertThat(place.rows()).hasSize(3);
        SentFile sent = batches.sent("nightly", 10).get(0);
        assertThat(sent.rows()).isEqualTo(3);
        assertThat(sent.name()).isEqualTo("leads_2026-03-18_nightly-1.txt");
        assertThat(sent.sha256()).hasSize(64);
        assertThat(batches.deliverNow("weekly")).isFalse();
    }

    @Test
    void a_batch_that_nobody_defined_is_an_error_and_no_row_is_lost_in_silence() {
        FlowDefinition undefined = FlowDefinition.builder("solar")
                .source("web")
                .step(RecipientStep.to("premier", "batch").build())
                .build();
        Submission answer = sluice().open(undefined).submit(Lead.from("web"));
        assertThat(answer.deliveries().get(0).outcome()).isEqualTo(Outcome.ERROR);
        assertThat(answer.deliveries().get(0).reason()).hasValue("No batch is called 'nightly'");
    }

    @Test
    void a_format_or_transport_that_is_not_wired_is_found_when_the_flow_opens() {
        FlowDefinition flow =
                flow(BatchDefinition.of("nightly", "csv", "sftp", NIGHTLY).field("Email", "{{lead.email}}"));
        assertThat(sluice().check(flow))
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly("unknown_plugin /batches/0/format", "unknown_plugin /batches/0/transport/plugin");
    }

    /** An archive whose password stands before its content, so that tests can read it. */
    private static final ZipEncryption READABLE = new ZipEncryption() {
        @Override
        public List<ConfigProblem> check(String password) {
            return password.equals("{buyer}")
                    ? List.of()
                    : List.of(new ConfigProblem("", "unknown_secret", "the host has no such secret"));
        }

        @Override
        public OutputStream over(OutputStream out, String inner, String password) throws IOException {
            out.write((inner + " " + password + "\n").getBytes(StandardCharsets.UTF_8));
            return out;
        }
    };

    @Test
    void a_password_packs_every_part_of_a_file() {
        Sluice sluice = wired().zipEncryption(READABLE).build();
        submit(sluice.open(flow(batch(NIGHTLY).zippedWith("buyer").inPartsOf(30))), 1, 3);
        pass(sluice, Duration.ofHours(14));
        pass(sluice, Duration.ofSeconds(1));
        assertThat(place.files)
                .containsOnlyKeys("leads_2026-03-16_nightly-1.txt.zip", "leads_2026-03-16_nightly-2_part2.txt.zip");
        assertThat(place.rows())
                .containsExactly(
                        "leads_2026-03-16_nightly-1.txt {buyer}",
                        "lead1@example.com|TX",
                        "lead2@example.com|TX",
                        "leads_2026-03-16_nightly-2_part2.txt {buyer}",
                        "lead3@example.com|TX");
    }

    @Test
    void without_its_password_no_file_is_made_and_rows_wait() {
        submit(wired().zipEncryption(READABLE).build().open(flow(batch(NIGHTLY).zippedWith("buyer"))), 1, 2);
        Sluice forgetful = wired().build();
        pass(forgetful, Duration.ofHours(14));
        assertThat(place.puts).isZero();
        assertThat(types()).contains("batch.failed");
        assertThat(Batches.over(forgetful).status("nightly").orElseThrow().pending())
                .isEqualTo(2);
    }

    @Test
    void a_password_that_cannot_be_used_is_found_when_the_flow_opens() {
        FlowDefinition unknown = flow(batch(NIGHTLY).zippedWith("other"));
        assertThat(wired().zipEncryption(READABLE).build().check(unknown))
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly("unknown_secret /batches/0/password");
        assertThat(sluice().check(unknown))
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly("no_encryption /batches/0/password");
        assertThat(wired().zipEncryption(READABLE)
                        .build()
                        .check(flow(batch(NIGHTLY).zippedWith("buyer").packed(Compression.GZIP))))
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly("password_without_zip /batches/0/password");
    }

    @Test
    void a_secret_in_clear_in_the_settings_of_a_transport_is_found() {
        FlowDefinition clear = flow(batch(NIGHTLY)
                .config(Obj.EMPTY.with("password", Value.text("battery staple")).with("user", Value.text("ann"))));
        assertThat(sluice().check(clear))
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly("secret_in_clear /batches/0/transport/config/password");
    }

    @Test
    void a_preview_queues_nothing() {
        Sluice sluice = sluice();
        sluice.open(flow(batch(NIGHTLY))).preview(Lead.from("web").with("email", "a@example.com"));
        assertThat(Batches.over(sluice).status("nightly").orElseThrow().rows()).isZero();
    }

    @Test
    void two_processes_send_each_file_once() {
        Sluice one = sluice();
        Sluice other = sluice();
        Flow flow = one.open(flow(batch(NIGHTLY)));
        other.open(flow(batch(NIGHTLY)));
        for (int day = 0; day < 30; day++) {
            submit(flow, day * 2 + 1, day * 2 + 2);
            time.pass(Duration.ofDays(1));
            one.runDue(100);
            other.runDue(100);
        }
        assertThat(place.puts).isEqualTo(30);
        assertThat(place.rows()).hasSize(60).doesNotHaveDuplicates();
    }
}
