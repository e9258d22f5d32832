package dev.sluice.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.TransportResult;
import dev.sluice.event.Event;
import dev.sluice.event.InvalidQueryException;
import dev.sluice.event.Pseudonyms;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.event.Sight;
import dev.sluice.event.Treatments;
import dev.sluice.store.StreamId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ExportsTest {
    private final Sold sold = new Sold();
    private final Shelf shelf = new Shelf();

    private String written(ExportRequest.Builder request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            sold.exports(shelf).build().write(request.build(), out);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toString(UTF_8);
    }

    private List<Event> told() {
        return sold.sluice.events().stream(new StreamId("default", "acct_default"));
    }

    @Test
    void a_row_for_each_lead() {
        sold.leads(5);

        assertThat(written(Sold.leads()
                        .columns(Columns.parse("lead_id,status,outcome,delivered_to,revenue,lead.state,email"))))
                .isEqualTo("""
                    lead_id|status|outcome|delivered_to|revenue|lead.state|email
                    lead_000000|completed|success|premier|25|TX|l***@example.com
                    lead_000001|completed|success|premier|25|TX|l***@example.com
                    lead_000002|completed|success|premier|25|TX|l***@example.com
                    lead_000003|completed|success|premier|25|TX|l***@example.com
                    lead_000004|rejected|failure||0|NV|l***@example.com
                    """);
    }

    @Test
    void a_row_for_each_event() {
        sold.leads(1);

        assertThat(written(Sold.events().columns(Columns.parse("seq,type,timestamp,outcome,state,facts.integration"))))
                .isEqualTo("""
                    seq|type|timestamp|outcome|state|facts.integration
                    1|source.submitted|2026-03-15T12:00:00.000Z|||
                    2|source.accepted|2026-03-15T12:00:00.000Z|success|TX|
                    3|recipient.delivered|2026-03-15T12:00:00.000Z|success|TX|stub
                    4|flow.completed|2026-03-15T12:00:00.000Z|success|TX|
                    1|export.started|2026-03-15T12:00:01.000Z|success||
                    """);
    }

    @Test
    void all_columns_and_patterns_of_them() {
        sold.leads(1);

        assertThat(header(Sold.leads()))
                .startsWith("lead_id", "flow_id")
                .contains(
                        "email",
                        "email.valid",
                        "email.domain",
                        "state",
                        "note",
                        "steps.premier.outcome",
                        "random",
                        "data.note");
        assertThat(header(Sold.leads().columns(Columns.parse("email.*"))))
                .contains("email.valid", "email.domain")
                .allMatch(name -> name.startsWith("email."));
        assertThat(header(Sold.leads().columns(Columns.parse("lead.*,!email.*"))))
                .contains("email", "state", "note")
                .doesNotContain("lead_id", "random", "email.valid");
        assertThat(header(Sold.leads().columns(Columns.parse("!*")))).isEmpty();
    }

    private List<String> header(ExportRequest.Builder request) {
        String line = written(request).lines().findFirst().orElseThrow();
        return line.isEmpty() ? List.of() : List.of(line.split("\\|"));
    }

    @Test
    void what_is_seen_depends_on_the_reader() {
        sold.lead("ann@example.com", "Texas");
        Columns columns = Columns.parse("email,email.domain,note");

        assertThat(written(Sold.leads().columns(columns))).contains("\na***@example.com|example.com|**\n");
        assertThat(written(Sold.leads().columns(columns).reader(Reader.of("audit", Role.AUDITOR))))
                .contains("\nann@example.com|example.com|n0\n");
        assertThat(written(Sold.leads().columns(columns).reader(Reader.of("research", Role.ANALYST))))
                .contains("\n||\n");
    }

    @Test
    void roles_of_a_host_are_wired_and_cannot_be_made_up() throws IOException {
        sold.lead("ann@example.com", "Texas");
        Role own = new Role("own", Sight.HIDDEN, Sight.HIDDEN, Map.of("lead.note", Sight.CLEAR));
        ExportRequest request = Sold.leads()
                .columns(Columns.parse("email,note"))
                .reader(Reader.of("me", own))
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        sold.exports(shelf).role(own).build().write(request, out);

        assertThat(out.toString(UTF_8)).contains("\n|n0\n");
        assertThatThrownBy(() -> sold.exports(shelf).build().start(request)).hasMessageContaining("no role 'own'");
        Role more = new Role("own", Sight.CLEAR, Sight.CLEAR, Map.of());
        assertThatThrownBy(() -> sold.exports(shelf).role(more).build().start(request))
                .hasMessageContaining("other rights");
    }

    @Test
    void values_are_hashed_and_tokenised_under_the_key_of_the_host() throws IOException {
        sold.lead("ann@example.com", "Texas");
        sold.lead("ANN@example.com", "Texas");
        Pseudonyms keyed = Pseudonyms.keyed("a key that is long enough".getBytes(UTF_8));
        ExportRequest request = Sold.leads()
                .columns(Columns.parse("email,email.domain,note,data.email"))
                .reader(Reader.of("me", Role.AUDITOR).treating(Treatments.parse("lead.email=hash,lead.note=tokenise")))
                .build();

        assertThatThrownBy(() -> sold.exports(shelf).build().start(request)).hasMessageContaining(".pseudonyms(");
        ExportJob job = sold.exports(shelf).pseudonyms(keyed).build().start(request);
        Exports after = sold.exports(shelf).pseudonyms(keyed).build();

        assertThat(after.run(job.id()).state()).isEqualTo(ExportState.DONE);
        String same = keyed.hash("ann@example.com") + "|example.com|";
        assertThat(shelf.text("exp_1_part_001.txt"))
                .contains(
                        "\n" + same + keyed.token("lead.note", "n0") + "|" + keyed.hash("ann@example.com") + "\n",
                        "\n" + same + keyed.token("lead.note", "n1") + "|" + keyed.hash("ANN@example.com") + "\n")
                .doesNotContainIgnoringCase("ann@");
        assertThat(told().get(0).facts().get("treatments").text()).isEqualTo("lead.email=hash,lead.note=tokenise");
    }

    @Test
    void queries_choose_leads_by_their_end_or_by_any_event() {
        sold.leads(10);

        assertThat(rows(Sold.leads().query("outcome=failure"))).isEqualTo(2);
        assertThat(rows(Sold.leads().query("type=recipient.delivered&outcome=success")))
                .isEqualTo(8);
        assertThat(rows(Sold.leads().query("lead.state=NV"))).isEqualTo(2);
        assertThat(rows(Sold.leads().query("start=2026-03-15T12:00:08Z"))).isEqualTo(2);
        assertThat(rows(Sold.leads().query("flow_id=other"))).isZero();
        assertThat(rows(Sold.events().query("type=recipient.*"))).isEqualTo(8);
        assertThat(rows(Sold.events().query("account_id=another&type=recipient.*")))
                .isEqualTo(8);
    }

    private long rows(ExportRequest.Builder request) {
        return written(request.columns(Columns.parse("lead_id"))).lines().count() - 1;
    }

    @Test
    void what_happens_later_is_not_in_it() {
        sold.leads(2);
        Exports exports = sold.exports(shelf).build();
        ExportJob job =
                exports.start(Sold.leads().columns(Columns.parse("lead_id")).build());
        sold.time.pass(Duration.ofMillis(1));
        sold.leads(3);

        sold.sluice.runDue(10);

        assertThat(exports.job(job.id()).orElseThrow().rows()).isEqualTo(2);
    }

    @Test
    void due_work_writes_files_of_so_many_rows() {
        sold.leads(25);
        Exports exports = sold.exports(shelf).build();
        ExportJob asked = exports.start(Sold.leads()
                .name("march")
                .columns(Columns.parse("lead_id"))
                .fileRows(10)
                .build());
        assertThat(asked.state()).isEqualTo(ExportState.QUEUED);

        sold.sluice.runDue(100);

        ExportJob done = exports.job(asked.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(ExportState.DONE);
        assertThat(done.rows()).isEqualTo(25);
        assertThat(done.share()).isEqualTo(1);
        assertThat(shelf.files).containsOnlyKeys("march_part_001.txt", "march_part_002.txt", "march_part_003.txt");
        assertThat(shelf.text("march_part_003.txt").lines()).hasSize(6);
        assertThat(shelf.sent.get("march_part_001.txt").sha256())
                .isEqualTo(done.files().get(0).sha256());
        assertThat(sold.sluice.runDue(100).isEmpty()).isTrue();
    }

    @Test
    void files_end_at_so_many_bytes() {
        sold.leads(100);
        Exports exports = sold.exports(shelf).build();
        ExportJob job = exports.start(
                Sold.leads().columns(Columns.parse("lead_id")).fileBytes(120).build());

        exports.run(job.id());

        assertThat(shelf.files).hasSizeGreaterThan(9);
        assertThat(shelf.files.values()).allMatch(bytes -> bytes.length < 140);
    }

    @Test
    void no_rows_are_a_file_with_a_header() {
        Exports exports = sold.exports(shelf).build();
        ExportJob job =
                exports.start(Sold.leads().columns(Columns.parse("lead_id")).build());

        assertThat(exports.run(job.id()).state()).isEqualTo(ExportState.DONE);

        assertThat(shelf.files.values()).containsExactly("lead_id\n".getBytes(UTF_8));
    }

    @Test
    void files_are_compressed() throws IOException {
        sold.leads(2);
        Exports exports = sold.exports(shelf).build();
        exports.run(exports.start(Sold.leads()
                        .name("g")
                        .columns(Columns.parse("lead_id"))
                        .compression(Compression.GZIP)
                        .build())
                .id());
        exports.run(exports.start(Sold.leads()
                        .name("z")
                        .columns(Columns.parse("lead_id"))
                        .compression(Compression.ZIP)
                        .build())
                .id());

        byte[] gzip = shelf.files.get("g_part_001.txt.gz");
        byte[] zip = shelf.files.get("z_part_001.txt.zip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes())
                .isEqualTo("lead_id\nlead_000000\nlead_000001\n".getBytes(UTF_8));
        ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip));
        assertThat(archive.getNextEntry().getName()).isEqualTo("z_part_001.txt");
        assertThat(archive.readAllBytes()).isEqualTo("lead_id\nlead_000000\nlead_000001\n".getBytes(UTF_8));
    }

    @Test
    void every_export_is_told_of_without_what_it_compares() {
        sold.leads(2);
        Exports exports = sold.exports(shelf).build();
        ExportJob job = exports.start(Sold.leads()
                .columns(Columns.parse("lead_id"))
                .query("flow_id=solar&lead.email=canary@example.com")
                .reader(Reader.of("jane", Role.AUDITOR))
                .build());
        exports.run(job.id());

        assertThat(told())
                .extracting(event -> event.type().text())
                .containsExactly("export.started", "export.completed");
        Event end = told().get(1);
        assertThat(end.facts().get("reader").text()).isEqualTo("jane");
        assertThat(end.facts().get("role").text()).isEqualTo("auditor");
        assertThat(end.facts().get("query").text()).isEqualTo("{\"flow_id\":\"solar\",\"by_content\":true}");
        assertThat(told()).allMatch(event -> !event.facts().text().contains("canary"));
    }

    @Test
    void a_stream_that_breaks_is_told_of() {
        sold.leads(2);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> sold.exports(shelf).build().write(Sold.leads().build(), full))
                .isInstanceOf(IOException.class);

        assertThat(told()).extracting(event -> event.type().text()).containsExactly("export.started", "export.failed");
        assertThat(told().get(1).reason()).hasValue("the rows cannot be written: java.io.IOException");
    }

    @Test
    void a_transport_that_fails_is_tried_again_with_pauses_and_then_given_up() {
        sold.leads(1);
        Exports exports = sold.exports(shelf).build();
        shelf.before = () -> TransportResult.failed("the disk is full");
        ExportJob job = exports.start(Sold.leads().build());

        for (int i = 0; i < 20; i++) {
            sold.sluice.runDue(10);
            sold.time.pass(Duration.ofMinutes(5));
        }

        ExportJob failed = exports.job(job.id()).orElseThrow();
        assertThat(failed.state()).isEqualTo(ExportState.FAILED);
        assertThat(failed.why()).hasValue("the disk is full");
        assertThat(shelf.puts).isEqualTo(6);
        assertThat(told()).extracting(event -> event.type().text()).containsExactly("export.started", "export.failed");
    }

    @Test
    void a_transport_that_works_again_gets_the_file() {
        sold.leads(3);
        Exports exports = sold.exports(shelf).build();
        shelf.before = () -> shelf.puts < 3 ? TransportResult.unknown("Timeout") : null;
        ExportJob job =
                exports.start(Sold.leads().columns(Columns.parse("lead_id")).build());

        sold.sluice.runDue(10);
        assertThat(exports.job(job.id()).orElseThrow().why()).hasValue("Timeout");
        assertThat(sold.sluice.runDue(10).isEmpty()).as("it waits").isTrue();
        for (int i = 0; i < 3; i++) {
            sold.time.pass(Duration.ofMinutes(5));
            sold.sluice.runDue(10);
        }

        assertThat(exports.job(job.id()).orElseThrow().state()).isEqualTo(ExportState.DONE);
        assertThat(exports.job(job.id()).orElseThrow().why()).isEmpty();
    }

    @Test
    void a_transport_that_hangs_is_given_up_on_the_hosts_executor() {
        sold.leads(1);
        shelf.before = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
            }
            return null;
        };
        java.util.concurrent.ExecutorService threads = java.util.concurrent.Executors.newCachedThreadPool();
        try {
            Exports exports = sold.exports(shelf)
                    .executor(threads)
                    .timeout(Duration.ofMillis(50))
                    .build();
            ExportJob job = exports.run(exports.start(Sold.leads().build()).id());
            assertThat(job.why()).hasValue("no answer within PT0.05S");
            assertThat(job.state()).isEqualTo(ExportState.RUNNING);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void an_export_that_is_cancelled_ends_after_its_row() {
        sold.leads(50);
        Exports[] exports = new Exports[1];
        ExportJob[] job = new ExportJob[1];
        exports[0] = sold.exports(shelf)
                .listener((rows, share) -> {
                    if (rows == 7) {
                        exports[0].cancel(job[0].id());
                    }
                })
                .build();
        job[0] = exports[0].start(
                Sold.leads().columns(Columns.parse("lead_id")).fileRows(5).build());

        ExportJob end = exports[0].run(job[0].id());
        assertThat(end.state()).isEqualTo(ExportState.DONE);

        exports[0] = sold.exports(shelf)
                .listener((rows, share) -> {
                    if (rows == 7) {
                        exports[0].cancel(job[0].id());
                    }
                })
                .build();
        job[0] = exports[0].start(Sold.leads()
                .name("second")
                .columns(Columns.parse("lead_id"))
                .fileRows(20)
                .build());
        assertThat(exports[0].run(job[0].id()).state()).isEqualTo(ExportState.CANCELLED);
        assertThat(shelf.files.keySet()).noneMatch(name -> name.startsWith("second"));
        assertThat(told().get(told().size() - 1).type().text()).isEqualTo("export.cancelled");
        assertThat(sold.sluice.runDue(10).isEmpty()).isTrue();
    }

    @Test
    void what_is_not_wired_or_no_query_is_refused_at_once() {
        Exports exports = sold.exports(shelf).build();
        assertThatThrownBy(
                        () -> exports.start(ExportRequest.leads().format("csv").build()))
                .hasMessage("there is no format 'csv'; there are [lines]");
        assertThatThrownBy(() -> exports.start(Sold.leads()
                        .transport("ftp", dev.sluice.types.Obj.EMPTY)
                        .build()))
                .hasMessage("there is no transport 'ftp'; there are [files]");
        assertThatThrownBy(() ->
                        exports.start(Sold.leads().query("start=yesterday").build()))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> exports.run("exp_1")).hasMessage("there is no export 'exp_1'");
        assertThatThrownBy(() -> Columns.parse("a,,b")).hasMessageContaining("no name");
        assertThat(told()).isEmpty();
    }
}
