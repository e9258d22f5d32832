package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.batch.CsvFormat;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.TransportResult;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.jdbc.JdbcStore;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchesCommandTest {
    @TempDir
    private Path folder;

    private String store;

    @BeforeEach
    void fill() {
        store = "jdbc:sqlite:" + folder.resolve("leads.db");
        try (Sluice sluice = open()) {
            Flow flow = sluice.open(flow());
            for (int n = 0; n < 3; n++) {
                flow.submit(Lead.from("web").with("email", n + "@example.com"));
            }
        }
    }

    private Sluice open() {
        return Sluice.builder()
                .store(JdbcStore.open(store))
                .delivery(
                        "batch",
                        DeliveryPlugin.inProcess(request -> DeliveryResult.queued(
                                "nightly", request.delivery().key())))
                .rowFormat("csv", CsvFormat.commas())
                .transport(
                        "place",
                        request -> TransportResult.delivered(request.file().name()))
                .spool(folder)
                .build();
    }

    private static FlowDefinition flow() {
        return FlowDefinition.builder("solar")
                .field("email", "email")
                .source("web")
                .batch(BatchDefinition.of("nightly", "csv", "place", FileSchedule.of(ZoneOffset.UTC))
                        .field("Email", "{{lead.email}}")
                        .fileName("{batch_id}.csv"))
                .step(RecipientStep.to("premier", "batch").build())
                .build();
    }

    @Test
    void it_tells_what_waits() {
        assertThat(sluice("batches", "nightly", "--store", store).out())
                .isEqualTo("{\"batch\":\"nightly\",\"pending\":3,\"rows\":3,\"files\":0,\"state\":\"collecting\"}\n");
        assertThat(sluice("batches", "nightly", "--store", store, "--pause", "--table")
                        .lines()
                        .get(1))
                .matches("nightly +3 +3 +0  paused");
    }

    @Test
    void what_is_wanted_now_is_made_by_who_does_due_work_and_listed() {
        sluice("batches", "nightly", "--store", store, "--now");
        try (Sluice sluice = open()) {
            sluice.open(flow());
            sluice.runDue(10);
        }
        assertThat(sluice("batches", "nightly", "--store", store, "--files").out())
                .startsWith(
                        "{\"batch\":\"nightly\",\"file\":1,\"name\":\"nightly-1.csv\",\"rows\":3,\"bytes\":48,\"sha256\":\"")
                .endsWith("\"place\":\"nightly-1.csv\"}\n");
        assertThat(sluice("batches", "nightly", "--store", store).out()).contains("\"pending\":0");
    }

    private void work() {
        try (Sluice sluice = open()) {
            sluice.open(flow());
            sluice.runDue(10);
        }
    }

    @Test
    void files_that_were_sent_are_downloaded_and_sent_again() throws IOException {
        sluice("batches", "nightly", "--store", store, "--now");
        work();
        Path file = folder.resolve("again.csv");
        assertThat(sluice("batches", "nightly", "--store", store, "--download", "1", "--to", file.toString())
                        .status())
                .isZero();
        assertThat(Files.readString(file)).isEqualTo("Email\n0@example.com\n1@example.com\n2@example.com\n");
        sluice("batches", "nightly", "--store", store, "--redeliver", "1");
        work();
        assertThat(sluice("batches", "nightly", "--store", store, "--files")
                        .lines()
                        .get(0))
                .contains("\"file\":2,\"name\":\"nightly-1.csv\"")
                .endsWith("\"place\":\"nightly-1.csv\",\"repeats\":1}");
        assertThat(sluice("batches", "nightly", "--store", store, "--redeliver", "9")
                        .err())
                .isEqualTo("sluice: batch 'nightly' has sent no file 9\n");
        assertThat(sluice("batches", "nightly", "--store", store, "--download", "9", "--to", folder + "/none")
                        .status())
                .isEqualTo(1);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void a_flow_with_batches_is_checked_run_and_sent_by_the_command_alone() throws IOException {
        Path flow = Files.writeString(folder.resolve("flow.json"), """
                {"format": 1, "id": "hourly", "fields": [{"id": "email", "type": "email"}], "sources": [{"id": "web"}],
                 "batches": [{"id": "hour", "format": {"type": "tsv", "lineEnding": "crlf"}, "fileName": "{batch}.tsv",
                   "fields": [{"property": "Email", "value": "{{lead.email}}"}], "schedule": {"afterLeads": 2},
                   "transport": {"plugin": "folder", "config": {"path": "out"}}}],
                 "steps": [{"id": "a", "type": "recipient", "plugin": "batch", "config": {"batch": "hour"}}]}
                """);
        Path leads = Files.writeString(folder.resolve("leads.csv"), "email\na@example.com\nb@example.com\n");
        String other = "jdbc:sqlite:" + folder.resolve("other.db");
        assertThat(sluice("check", flow.toString()).status()).isZero();
        assertThat(sluice("run", flow.toString(), leads.toString(), "--store", other, "--source", "web")
                        .status())
                .isZero();
        Path out = folder.resolve("sent");
        assertThat(sluice("batches", "hour", "--store", other, "--due", "--folder", out.toString())
                        .out())
                .contains("\"pending\":0,\"rows\":2,\"files\":1");
        assertThat(Files.readString(out.resolve("out/hour.tsv")))
                .isEqualTo("Email\r\na@example.com\r\nb@example.com\r\n");
        Files.writeString(flow, Files.readString(flow).replace("lineEnding", "lineEndings"));
        assertThat(sluice("check", flow.toString()).out()).contains("unknown_setting", "/batches/0/format/lineEndings");
    }

    @Test
    void a_batch_that_is_none_and_a_store_that_is_missing_are_one_line() {
        assertThat(sluice("batches", "weekly", "--store", store).err())
                .isEqualTo("sluice: no batch is called 'weekly' in this account of the store\n");
        assertThat(sluice("batches", "weekly").status()).isEqualTo(2);
    }
}
