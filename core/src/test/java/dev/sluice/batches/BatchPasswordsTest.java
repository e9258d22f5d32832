package dev.sluice.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.ZipEncryption;
import dev.sluice.flow.BatchDefinition.Compression;
import dev.sluice.flow.FlowDefinition;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchPasswordsTest extends NightlyBatch {
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
}
