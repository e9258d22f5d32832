package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.Flow;
import dev.sluice.Recovered;
import dev.sluice.RecoveryReport;
import dev.sluice.Sluice;
import dev.sluice.WorkingKeys;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Cap;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.StateCheck;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.testkit.EndingStore;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leads go on after a restart with what a file has kept of them, secret values included. */
class RecoveryOnSqliteTest {
    private static final String SSN = "219-09-9999";
    private static final WorkingKeys KEYS = WorkingKeys.of("k1", new byte[32]);

    @TempDir
    Path folder;

    private final List<String> got = new ArrayList<>();
    private boolean dies;

    /** The end of a process. */
    private static final class Cut extends Error {
        private static final long serialVersionUID = 1;
    }

    private Store store() {
        return JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"));
    }

    private Sluice process(@Nullable WorkingKeys keys) {
        return process(keys, store());
    }

    private Sluice process(@Nullable WorkingKeys keys, Store store) {
        Sluice.Builder host = Sluice.builder().store(store).delivery("crm", request -> {
            got.add(request.lead().get("ssn").text() + " "
                    + request.lead().get("email").text());
            if (dies) {
                dies = false;
                throw new Cut();
            }
            return DeliveryResult.success();
        });
        return (keys == null ? host : host.workingKeys(keys)).build();
    }

    private static FlowDefinition flow() {
        return FlowDefinition.builder("f")
                .field("ssn", "ssn")
                .field(FieldDefinition.of("email", "email").mandatory())
                .source(SourceDefinition.of("web"))
                .cap(Cap.of("day", 5, TimeUnit.DAY))
                .step(RecipientStep.to("buyer", "crm")
                        .map("ssn", "{{lead.ssn}}")
                        .map("email", "{{lead.email}}")
                        .build())
                .build();
    }

    private void submitAndDie(@Nullable WorkingKeys keys) {
        dies = true;
        try (Sluice first = process(keys)) {
            Flow flow = first.open(flow());
            assertThat(catchThrowable(
                            () -> flow.submit(Lead.from("web").with("ssn", SSN).with("email", "ann@example.com"))))
                    .isInstanceOf(Cut.class);
        }
    }

    private String bytes() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void a_delivery_after_a_restart_has_the_true_secret_value_and_no_copy_stays() throws IOException {
        submitAndDie(KEYS);
        assertThat(bytes()).doesNotContain(SSN).doesNotContain("219099999");

        RecoveryReport report;
        try (Sluice next = process(KEYS)) {
            report = next.recover();
        }

        assertThat(report.toString()).isEqualTo("1 finished, 1 re-sent, 0 unknown, 0 closed, 0 waiting");
        assertThat(got).hasSize(2).allMatch(line -> line.equals(got.get(0)));
        assertThat(got.get(0)).contains("9999").doesNotContain("*");
        try (Store store = store()) {
            String lead = report.finished().get(0);
            assertThat(store.sealed(new StreamId("default", lead))).isEmpty();
            assertThat(StateCheck.of(store, "default").differences()).isEmpty();
        }
    }

    @Test
    void without_the_key_the_lead_waits_and_nothing_masked_is_sent() {
        submitAndDie(null);

        try (Sluice next = process(null)) {
            RecoveryReport report = next.recover();

            assertThat(report.leads()).singleElement().satisfies(lead -> {
                assertThat(lead.fate()).isEqualTo(Recovered.Fate.SEALED);
                assertThat(lead.reason()).contains("key").contains("workingKeys");
            });
            assertThat(report.sealed()).isEqualTo(report.waiting()).hasSize(1);
        }
        assertThat(got).hasSize(1);
    }

    @Test
    void a_lead_waits_for_the_key_that_it_names_and_goes_on_with_it() {
        submitAndDie(KEYS);

        try (Sluice next = process(WorkingKeys.of("k2", new byte[32]))) {
            assertThat(next.recover().leads()).singleElement().satisfies(lead -> assertThat(lead.reason())
                    .contains("k1"));
        }
        try (Sluice next = process(WorkingKeys.of("k1", new byte[16]))) {
            assertThat(next.recover().sealed()).as("another key of that name").hasSize(1);
        }
        try (Sluice next = process(KEYS)) {
            assertThat(next.recover().finished()).hasSize(1);
        }
        assertThat(got).hasSize(2);
    }

    @Test
    void a_lead_whose_secret_values_were_not_kept_is_ended_and_its_delivery_is_unknown() throws SQLException {
        submitAndDie(KEYS);
        try (Session session =
                Session.open(() -> DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("leads.db")))) {
            assertThat(session.update("delete from vault")).isEqualTo(1);
        }

        try (Sluice next = process(KEYS)) {
            RecoveryReport report = next.recover();

            assertThat(report).hasToString("0 finished, 0 re-sent, 0 unknown, 0 closed, 0 waiting, 1 given up");
            StreamId lead = new StreamId("default", report.abandoned().get(0));
            assertThat(next.events().stream(lead).stream()
                            .map(event -> event.type() + " "
                                    + event.outcome().map(Outcome::text).orElse("") + " "
                                    + event.reason().orElse("")))
                    .endsWith(
                            "recipient.unknown unknown Cut off before the answer was recorded",
                            "flow.completed error Secret values of the lead are gone");
            assertThat(next.recover().leads()).isEmpty();
            assertThat(StateCheck.of(next.store(), "default").differences()).isEmpty();
        }
        assertThat(got).hasSize(1);
    }

    @Test
    void a_lead_whose_secret_values_were_not_kept_is_refused_before_it_is_accepted() throws SQLException {
        try (Store data = store();
                Sluice cut = process(KEYS, EndingStore.of(data, 1))) {
            Flow flow = cut.open(flow());
            assertThat(catchThrowable(() -> flow.submit(Lead.from("web")
                            .with("ssn", SSN)
                            .with("email", "bob@example.com")
                            .withKey("k"))))
                    .isInstanceOf(EndingStore.End.class);
        }
        try (Session session =
                Session.open(() -> DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("leads.db")))) {
            session.update("delete from vault");
        }

        try (Sluice next = process(KEYS)) {
            RecoveryReport report = next.recover();

            assertThat(report.abandoned()).singleElement().satisfies(lead -> assertThat(
                            next.events().stream(new StreamId("default", lead)))
                    .last()
                    .hasToString("source.rejected 2 of " + lead));
            assertThat(StateCheck.of(next.store(), "default").differences()).isEmpty();
        }
    }

    /** Cut before, at and after the step that gives a secret field another value. */
    @Test
    void a_secret_value_that_a_step_has_set_is_the_one_that_goes_on() throws IOException {
        String given = "321-54-9876";
        for (String first : List.of("", SSN)) {
            for (int events = 1; events <= 6; events++) {
                got.clear();
                String email = "s" + events + first.length() + "@example.com";
                try (Store data = store();
                        Sluice cut = process(KEYS, EndingStore.of(data, events))) {
                    Flow flow = cut.open(SETTING);
                    Throwable end = catchThrowable(() -> flow.submit(Lead.from("web")
                            .with("ssn", first)
                            .with("second", given)
                            .with("email", email)));
                    assertThat(end).as("after %s events", events).isInstanceOf(EndingStore.End.class);
                }
                assertThat(bytes().contains(given) || bytes().contains("321549876"))
                        .isFalse();
                try (Sluice next = process(KEYS)) {
                    assertThat(next.recover().leads())
                            .allSatisfy(lead -> assertThat(lead.reason()).isEmpty());
                }
                assertThat(got)
                        .as("after %s events", events)
                        .isNotEmpty()
                        .allMatch(line -> line.startsWith("321549876 ") || line.startsWith(given + " "));
            }
        }
    }

    private static final FlowDefinition SETTING = FlowDefinition.builder("setting")
            .field("ssn", "ssn")
            .field("second", "ssn")
            .field(FieldDefinition.of("email", "email").mandatory())
            .source(SourceDefinition.of("web"))
            .step(SetStep.of("give", MappingDefinition.of("ssn", "{{lead.second}}")))
            .step(RecipientStep.to("first", "crm")
                    .map("ssn", "{{lead.ssn}}")
                    .map("email", "{{lead.email}}")
                    .build())
            .step(RecipientStep.to("second", "crm")
                    .map("ssn", "{{lead.ssn}}")
                    .map("email", "{{lead.email}}")
                    .build())
            .build();
}
