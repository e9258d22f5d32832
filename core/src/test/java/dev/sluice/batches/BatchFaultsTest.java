package dev.sluice.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BatchFaultsTest extends NightlyBatch {
    @Test
    void a_file_that_takes_hours_to_make_stays_with_its_process_and_is_sent_once() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        AtomicInteger rows = new AtomicInteger();
        RowFormat slow = LineFormat.plain().then(() -> {
            rows.incrementAndGet();
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
        assertThat(rows).hasValue(40);
        assertThat(place.puts).isEqualTo(1);
        assertThat(place.rows()).hasSize(40);
        assertThat(types().stream().filter("batch.sent"::equals)).hasSize(1);
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

    @Test
    void a_secret_in_clear_in_the_settings_of_a_transport_is_found() {
        FlowDefinition clear = flow(batch(NIGHTLY)
                .config(Obj.EMPTY.with("password", Value.text("battery staple")).with("user", Value.text("ann"))));
        assertThat(sluice().check(clear))
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly("secret_in_clear /batches/0/transport/config/password");
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
