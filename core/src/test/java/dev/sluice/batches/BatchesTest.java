package dev.sluice.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.flow.BatchDefinition.Compression;
import dev.sluice.types.Lead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BatchesTest extends NightlyBatch {
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
    void a_batch_that_was_never_defined_has_no_status() {
        assertThat(Batches.over(sluice()).status("nightly")).isEmpty();
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
    void a_preview_queues_nothing() {
        Sluice sluice = sluice();
        sluice.open(flow(batch(NIGHTLY))).preview(Lead.from("web").with("email", "a@example.com"));
        assertThat(Batches.over(sluice).status("nightly").orElseThrow().rows()).isZero();
    }
}
