package dev.sluice.jdbc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.batch.CsvFormat;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enrichment;
import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.export.Columns;
import dev.sluice.export.ExportRequest;
import dev.sluice.export.Exports;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.json.EventJson;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Pii;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each secret of a list of places where secrets leak goes through a sealed store as a secret field, as what a person wrote, as
 * what a plugin answers, and in the texts of what it throws; then it is looked for in everything that is kept, told or shown. What
 * requests over HTTP do with headers, addresses and bodies is tested where they are built.
 */
class SecretPlacesTest {
    private static final Reader OPERATOR = Reader.of("operator", Role.OPERATOR);
    private static final Reader AUDITOR = Reader.of("auditor", Role.AUDITOR);

    @TempDir
    Path folder;

    private final Map<String, String> places = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final Logger logger = Logger.getLogger("dev.sluice");
    private final Handler handler = new Lines();
    private final Map<String, String> shown = new LinkedHashMap<>();

    @BeforeEach
    void read() throws IOException {
        try (InputStream in = SecretPlacesTest.class.getResourceAsStream("secret-leak-places.jsonl")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            all.lines()
                    .map(ValueJson::read)
                    .forEach(place -> places.put(
                            place.part("id").text() + " " + place.part("place").text(),
                            place.part("sample").text()));
        }
        logger.addHandler(handler);
        logger.setLevel(Level.ALL);
    }

    @AfterEach
    void quiet() {
        logger.removeHandler(handler);
        logger.setLevel(null);
    }

    @Test
    void no_secret_is_kept_told_or_shown() throws IOException {
        try (Store store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"), SealedSqliteStoreTest.PRIVACY);
                Sluice sluice = Sluice.builder()
                        .store(store)
                        .delivery("breaks", request -> {
                            String secret = request.lead().get("secret").text();
                            throw new IllegalStateException(secret, new IOException("because of " + secret));
                        })
                        .delivery("repeats", request -> {
                            String secret = request.lead().get("secret").text();
                            return DeliveryResult.failure("Known: " + secret).reference("no " + secret);
                        })
                        .enricher(
                                "repeats",
                                request -> Enrichment.failure("Nothing of "
                                        + request.input().get("secret").text()))
                        .delivery("answers", request -> DeliveryResult.success()
                                .detail("answer", request.lead().get("secret").text()))
                        .build()) {
            Flow flow = flow(sluice);
            places.values().forEach(secret -> submit(store, flow, secret));
            export(sluice);
        }
        files();

        assertThat(places).hasSize(32);
        assertThat(leaks()).isEmpty();
    }

    private static Flow flow(Sluice sluice) {
        return sluice.open(FlowDefinition.builder("solar")
                .field(FieldDefinition.of("token", "string").withPrivacy(Pii.SECRET, MaskStyle.FULL))
                .field("ssn", "ssn")
                .field("note", "string")
                .field("state", "state")
                .source("web")
                .step(RecipientStep.to("broken", "breaks")
                        .map("secret", "{{lead.note}}")
                        .build())
                .step(EnhancementStep.of("look", "repeats", "look", MappingDefinition.of("secret", "{{lead.note}}")))
                .step(RecipientStep.to("repeating", "repeats")
                        .map("secret", "{{lead.note}}")
                        .build())
                .step(RecipientStep.to("buyer", "answers")
                        .map("secret", "{{lead.note}}")
                        .build())
                .build());
    }

    private void submit(Store store, Flow flow, String secret) {
        Lead written = Lead.from("web")
                .with("note", secret)
                .with("state", secret)
                .with("undeclared", secret)
                .detail("referrer", secret);
        Lead kept = Lead.from("web").with("token", secret).with("ssn", secret);
        for (Lead lead : List.of(written, kept)) {
            Submission answer = flow.submit(lead);
            List<Event> events = store.events().stream(
                    new StreamId("default", answer.leadId().orElseThrow()));
            show("toString", lead + " " + answer + " " + events);
            show("an operator", json(events, OPERATOR));
            show("an explanation", answer.explain() + flow.explain(events, OPERATOR));
            if (lead == kept) {
                show("an auditor", json(events, AUDITOR));
            }
        }
    }

    private static String json(List<Event> events, Reader reader) {
        EventJson json = EventJson.seenBy(reader);
        return events.stream().map(json::write).collect(joining("\n"));
    }

    private void show(String where, String text) {
        shown.merge(where, text, (one, other) -> one + "\n" + other);
    }

    private void export(Sluice sluice) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.over(sluice)
                .format("csv", CsvFormat.commas())
                .build()
                .write(
                        ExportRequest.events()
                                .format("csv")
                                .columns(Columns.all())
                                .reader(OPERATOR)
                                .build(),
                        out);
        shown.put("an export", out.toString(StandardCharsets.UTF_8));
    }

    private void files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                shown.put(
                        "the file " + file.getFileName(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        shown.put("the log", String.join("\n", lines));
    }

    private List<String> leaks() {
        List<String> leaks = new ArrayList<>();
        shown.forEach((where, text) -> places.forEach((place, secret) -> {
            if (text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT))) {
                leaks.add(place + " in " + where);
            }
        }));
        return leaks;
    }

    /** What is logged, with the texts of faults. */
    private final class Lines extends Handler {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage() + " " + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
