package dev.sluice.export.firehose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.export.Columns;
import dev.sluice.export.Compression;
import dev.sluice.export.Shelf;
import dev.sluice.export.Sold;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class FileSinkTest {
    private final Sold sold = new Sold();
    private final Shelf shelf = new Shelf();
    private final Map<String, String> folders = new LinkedHashMap<>();
    private final FileSink files = FileSink.over(
            request -> {
                folders.put(request.file().name(), request.config().get("path").text());
                return shelf.put(request);
            },
            Obj.of(Map.of("path", Value.text("events"))));

    private FirehoseHealth send(FileSink sink) {
        sold.leads(2);
        Firehose firehose = Firehose.over(sold.sluice).stream(FirehoseStream.to("lake", sink)
                        .batch(8, Long.MAX_VALUE, Duration.ZERO)
                        .build())
                .build();
        return firehose.run("lake");
    }

    private String only() {
        assertThat(shelf.files).hasSize(1);
        return new String(shelf.files.values().iterator().next(), UTF_8);
    }

    @Test
    void json_lines_packed_by_default() throws IOException {
        send(files);

        assertThat(shelf.files).containsOnlyKeys("events-2026-03-15-12-00-00-lake-000000001.ndjson.gz");
        byte[] packed = shelf.files.values().iterator().next();
        String text = new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), UTF_8);
        List<Value> events = text.lines().map(ValueJson::read).toList();
        assertThat(events).hasSize(8);
        assertThat(events.get(2).part("type").text()).isEqualTo("recipient.delivered");
        assertThat(events.get(2).part("lead").part("email").text()).isEqualTo("l***@example.com");
        assertThat(ValueJson.write(events.get(2).part("firehose_metadata")))
                .isEqualTo(
                        "{\"batch_id\":\"lake-000000001\",\"sequence\":1,\"delivered_at\":\"2026-03-15T12:00:02.000Z\"}");
        assertThat(text).doesNotContain("lead0@");
    }

    @Test
    void cloud_events_as_an_array() {
        send(files.compression(Compression.NONE).content(EventContent.array(Envelope.CLOUD_EVENT)));

        Value event = ValueJson.read(only()).part("2");
        assertThat(event.part("data").part("type").text()).isEqualTo("recipient.delivered");
        assertThat(ValueJson.write(((Obj) event).with("data", Value.missing())))
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\"evt_lead_000000_3\",\"source\":\"/accounts/default/flows/solar\","
                                + "\"type\":\"dev.sluice.recipient.delivered\",\"subject\":\"lead_000000\","
                                + "\"time\":\"2026-03-15T12:00:00.000Z\",\"datacontenttype\":\"application/json\"}");
        assertThat(shelf.sent.values().iterator().next().mediaType()).isEqualTo("application/cloudevents-batch+json");
    }

    @Test
    void flat_columns_in_any_format() {
        send(files.compression(Compression.NONE)
                .content(EventContent.rows(LineFormat.withHeader(), Columns.parse("event_id,outcome,email"))));

        assertThat(only()).startsWith("""
            event_id|outcome|email
            evt_lead_000000_1||
            evt_lead_000000_2|success|l***@example.com
            """);
        assertThatThrownBy(() -> EventContent.rows(LineFormat.withHeader(), Columns.all()))
                .hasMessageContaining("name the columns");
    }

    @Test
    void folders_by_flow_and_hour() {
        send(files.layout(FileLayout.PARTITIONED));

        assertThat(folders.values()).containsExactly("events/flow=solar/year=2026/month=03/day=15/hour=12");
    }

    @Test
    void an_object_for_each_event_in_a_folder_for_each_lead() {
        send(files.layout(FileLayout.OBJECTS).compression(Compression.NONE));

        assertThat(folders)
                .hasSize(8)
                .containsEntry("evt_lead_000000_1.ndjson", "events/lead_000000")
                .containsEntry("evt_lead_000001_4.ndjson", "events/lead_000001");
    }

    /** The second file of the batch breaks; on the second try the first one is there already, byte by byte. */
    @Test
    void half_a_batch_is_made_whole() {
        shelf.before = () -> shelf.puts == 3 ? TransportResult.unknown("Timeout") : null;
        FirehoseHealth first = send(files.layout(FileLayout.OBJECTS));
        assertThat(first.why()).hasValue("Timeout");
        assertThat(shelf.files).hasSize(2);

        sold.time.pass(Duration.ofSeconds(1));
        sold.sluice.runDue(10);

        assertThat(shelf.files).hasSize(8);
    }

    @Test
    void a_file_with_other_content_is_never_written_over() {
        shelf.files.put("events-2026-03-15-12-00-00-lake-000000001.ndjson.gz", new byte[] {1});

        FirehoseHealth health = send(files);

        assertThat(health.dead()).isEqualTo(1);
        assertThat(shelf.files.values()).containsExactly(new byte[] {1});
    }
}
