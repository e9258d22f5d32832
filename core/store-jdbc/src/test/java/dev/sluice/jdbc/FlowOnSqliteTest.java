package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.testkit.SequentialIds;
import dev.sluice.testkit.VirtualTime;
import dev.sluice.types.Lead;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowOnSqliteTest {
    @TempDir
    Path folder;

    private Store sqlite() {
        return JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"));
    }

    private static Sluice sluice(Store store) {
        return Sluice.builder()
                .store(store)
                .delivery("buyer", DeliveryPlugin.inProcess(request -> DeliveryResult.success()
                        .reference("r1")))
                .time(VirtualTime.at("2026-03-15T14:30:00Z"))
                .ids(SequentialIds.create())
                .random(new Random(7))
                .build();
    }

    private static FlowDefinition solar() {
        return FlowDefinition.builder("solar")
                .field(FieldDefinition.of("email", "email").mandatory())
                .field("phone_1", "phone")
                .field("ssn", "ssn")
                .source(SourceDefinition.of("web")
                        .mappings(MappingDefinition.of("ssn", "{{social}}"))
                        .pricing(Pricing.fixed("10.00")))
                .duplicateCheck(new DuplicateCheck(
                        List.of("email"), new Window(30, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null))
                .cap(Cap.of("day", 2, TimeUnit.DAY))
                .step(RecipientStep.to("premier", "buyer")
                        .pricing(Pricing.fixed("25.00"))
                        .build())
                .build();
    }

    private static Lead lead(String email) {
        return Lead.from("web")
                .with("email", email)
                .with("phone_1", "(512) 789-1111")
                .with("social", "078-05-1120");
    }

    @Test
    void events_read_from_the_database_say_what_those_in_memory_say() {
        try (Sluice memory = sluice(MemoryStore.create());
                Sluice database = sluice(sqlite())) {
            Submission kept = memory.open(solar()).submit(lead("ann@example.com"));
            Submission stored = database.open(solar()).submit(lead("ann@example.com"));

            List<Event> expected = kept.events();
            List<Event> read = database.events().stream(stored.events().get(0).stream());

            assertThat(stored.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(read).hasSameSizeAs(expected).hasSizeGreaterThan(3);
            for (int i = 0; i < read.size(); i++) {
                assertThat(summary(read.get(i))).isEqualTo(summary(expected.get(i)));
            }
        }
    }

    /** All that an event holds but its secrets. */
    private static Map<String, Object> summary(Event event) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", event.type());
        all.put("at", event.at());
        all.put("context", event.context());
        all.put("step", event.step());
        all.put("entity", event.entity());
        all.put("outcome", event.outcome());
        all.put("reason", event.reason());
        all.put("cost", event.cost());
        all.put("revenue", event.revenue());
        all.put("next", event.next());
        all.put("facts", event.facts());
        all.put("detail", event.detail());
        all.put("lead", event.snapshot().section(Section.LEAD).with("ssn", Value.missing()));
        for (Section section : List.of(Section.APPENDED, Section.STEPS, Section.SUBMISSION, Section.VARS)) {
            all.put(section.path(), event.snapshot().section(section));
        }
        all.put("input", event.input().map(lead -> Obj.of(lead.data()).with("social", Value.missing())));
        return all;
    }

    @Test
    void secret_values_are_nowhere_in_the_files() throws IOException {
        Sluice sluice = sluice(sqlite());
        Submission submission = sluice.open(solar()).submit(lead("ann@example.com"));
        assertThat(submission.outcome()).isEqualTo(Outcome.SUCCESS);

        assertThat(files()).contains("ann@example.com").doesNotContain("078-05-1120", "078051120", "1120");

        sluice.close();
        assertThat(files()).contains("ann@example.com").doesNotContain("078-05-1120", "078051120", "1120");
    }

    @Test
    void a_field_of_any_type_that_is_declared_secret_is_masked() throws IOException {
        FlowDefinition flow = FlowDefinition.builder("plain")
                .field(secret("pin"))
                .source(SourceDefinition.of("web").mappings(MappingDefinition.of("pin", "{{a}}-{{lead.b}}")))
                .build();
        try (Sluice sluice = sluice(sqlite())) {
            sluice.open(flow)
                    .submit(Lead.from("web")
                            .with("a", "T0P")
                            .with("b", "S3CR3T")
                            .with("c", "open"));
        }

        assertThat(files()).contains("open").doesNotContain("T0P", "S3CR3T");
    }

    private static FieldDefinition secret(String id) {
        return FieldDefinition.of(id, "string").withPrivacy(Pii.SECRET, MaskStyle.PARTIAL);
    }

    private String files() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void caps_and_duplicates_count_on_after_opening_again() {
        try (Sluice sluice = sluice(sqlite())) {
            assertThat(sluice.open(solar()).submit(lead("ann@example.com")).outcome())
                    .isEqualTo(Outcome.SUCCESS);
        }
        try (Sluice sluice = Sluice.builder()
                .store(sqlite())
                .delivery("buyer", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .time(VirtualTime.at("2026-03-15T14:35:00Z"))
                .build()) {
            Flow flow = sluice.open(solar());

            assertThat(flow.submit(lead("ann@example.com")).outcome()).isEqualTo(Outcome.FAILURE);
            assertThat(flow.submit(lead("bob@example.com")).outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(flow.submit(lead("cid@example.com")).outcome()).isEqualTo(Outcome.FAILURE);
        }
    }

    @Test
    void revisions_are_there_after_opening_again() {
        try (Sluice sluice = sluice(sqlite())) {
            sluice.open(solar(), "ann");
            sluice.open(solar().toBuilder().name("Solar leads").build(), "bob");
        }
        try (Sluice sluice = sluice(sqlite())) {
            sluice.open(sluice.revisions("solar").get(0).definition(), "cid");

            assertThat(sluice.revisions("solar"))
                    .hasToString("[revision 1 of solar by ann at 2026-03-15T14:30:00Z,"
                            + " revision 2 of solar by bob at 2026-03-15T14:30:00Z,"
                            + " revision 3 of solar by cid at 2026-03-15T14:30:00Z, as revision 1]");
            assertThat(sluice.revisions("solar").get(2).difference().text())
                    .isEqualTo("flow changed: name \"Solar leads\" -> none\n");
        }
    }
}
