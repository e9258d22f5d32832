package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.audit.Breach;
import dev.sluice.audit.Cutoff;
import dev.sluice.audit.Erasure;
import dev.sluice.audit.Holds;
import dev.sluice.audit.LogCheck;
import dev.sluice.audit.Removal;
import dev.sluice.audit.Retention;
import dev.sluice.audit.Seal;
import dev.sluice.audit.SealSigner;
import dev.sluice.audit.Seals;
import dev.sluice.audit.StreamKind;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.store.StateCheck;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.Subjects;
import dev.sluice.testkit.VirtualTime;
import dev.sluice.types.Lead;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole events leave the log, which verifies all the same; and who only says that they left is found out. */
class RemovalTest {
    private static final StreamId ACCOUNT = new StreamId("default", "acct_default");
    private static final SealSigner SIGNER =
            SealSigner.secret("2026", "0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private final VirtualTime time = VirtualTime.at(Instant.parse("2026-03-15T14:30:00Z"));
    private final List<Seal> handed = new ArrayList<>();
    private Store store;
    private Sluice sluice;
    private Flow flow;

    @BeforeEach
    void open() {
        store = JdbcStore.open(url(), SealedSqliteStoreTest.PRIVACY);
        sluice = over(store);
        flow = sluice.open(FlowDefinition.builder("solar")
                .field("email", "email")
                .source("web")
                .duplicateCheck(new DuplicateCheck(
                        List.of("email"), new Window(365, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null))
                .step(RecipientStep.to("buyer", "stub")
                        .map("to", "{{lead.email}}")
                        .cap(Cap.of("year", 100, TimeUnit.YEAR))
                        .build())
                .build());
    }

    private Sluice over(Store log) {
        return Sluice.builder()
                .store(log)
                .time(time)
                .indexKey(SealedSqliteStoreTest.PRIVACY.indexKey())
                .delivery("stub", request -> DeliveryResult.success().detail("answer", "taken"))
                .build();
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("leads.db");
    }

    @AfterEach
    void close() {
        sluice.close();
    }

    private StreamId submit(String email) {
        String id = flow.submit(Lead.from("web").with("email", email)).leadId().orElseThrow();
        return new StreamId("default", id);
    }

    private void seal() {
        Seals seals = Seals.over(sluice, SIGNER, handed::add);
        while (seals.seal().isPresent()) {
            assertThat(handed).isNotEmpty();
        }
    }

    private Removal removal() {
        return Removal.over(sluice, SIGNER, List.of(Retention.over(sluice, Retention.STANDARD)));
    }

    private List<Breach> breaches() {
        return LogCheck.of(store, "default", Optional.of(SIGNER), Optional.of(handed.get(handed.size() - 1)))
                .breaches();
    }

    private void pass(int days) throws InterruptedException {
        time.await(Duration.ofDays(days));
    }

    @Test
    void rows_of_leads_that_are_over_are_gone_and_the_log_verifies() throws Exception {
        StreamId old = submit("old@example.com");
        StreamId held = submit("held@example.com");
        Holds.over(sluice).place(held.id(), "ann", "case 7");
        seal();
        pass(20);
        StreamId young = submit("young@example.com");
        seal();
        pass(11);

        Cutoff cut = removal().remove().orElseThrow();
        StreamId later = submit("later@example.com");

        assertThat(cut.removed()).isEqualTo(6);
        assertThat(store.events().stream(old)).isEmpty();
        assertThat(rows("lead where lead_id = '" + old.id() + "'")).isZero();
        assertThat(store.events().stream(held)
                        .get(1)
                        .snapshot()
                        .get("lead.email")
                        .text())
                .isEqualTo("held@example.com");
        assertThat(store.events().stream(young)).hasSize(5);
        assertThat(store.events().stream(later)).hasSize(5);
        assertThat(store.events().stream(ACCOUNT))
                .extracting(Event::type)
                .containsExactly(EventType.RETENTION_PURGED, EventType.RETENTION_REMOVED);
        assertThat(store.events().stream(ACCOUNT)).extracting(Event::seq).containsExactly(2L, 3L);
        assertThat(breaches()).isEmpty();
        assertThat(StateCheck.of(store, "default").differences()).isEmpty();

        Holds.over(sluice).release(held.id(), "ann");
        seal();
        pass(31);
        Cutoff next = removal().remove().orElseThrow();

        assertThat(next.seal()).isEqualTo(3);
        assertThat(store.events().stream(held)).isEmpty();
        assertThat(store.events().stream(young)).isEmpty();
        assertThat(breaches()).isEmpty();
        assertThat(removal().remove())
                .hasValueSatisfying(same -> assertThat(same.text()).isEqualTo(next.text()));
        seal();
        assertThat(breaches()).isEmpty();
        assertThat(StateCheck.of(store, "default").differences()).isEmpty();
    }

    @Test
    void nothing_leaves_a_millisecond_before_its_time_or_before_it_is_sealed() throws Exception {
        StreamId lead = submit("ann@example.com");
        pass(31);
        assertThat(removal().remove()).isEmpty();
        seal();
        time.await(Duration.ofDays(30).minusMillis(1));
        assertThat(removal().remove()).isEmpty();
        assertThat(store.events().stream(lead)).hasSize(5);

        time.await(Duration.ofMillis(1));

        assertThat(removal().remove()).isPresent();
        assertThat(store.events().stream(lead)).isEmpty();
        assertThat(breaches()).isEmpty();
    }

    @Test
    void an_account_keeps_its_own_doings_longer_on_request() throws Exception {
        StreamId lead = submit("ann@example.com");
        Holds.over(sluice).place("lead_other", "ann", "case 8");
        seal();
        pass(31);
        Retention retention =
                Retention.over(sluice, Retention.STANDARD).keeping(StreamKind.ACCOUNT, Duration.ofDays(90));

        assertThat(Removal.over(sluice, SIGNER, List.of(retention)).remove()).isEmpty();
        pass(60);
        Cutoff cut = Removal.over(sluice, SIGNER, List.of(retention)).remove().orElseThrow();

        assertThat(store.events().stream(lead)).isEmpty();
        assertThat(cut.removed()).isEqualTo(6);
        assertThat(breaches()).isEmpty();
    }

    @Test
    void an_erased_lead_that_is_held_stays_and_verifies_without_the_record_of_its_erasure() throws Exception {
        StreamId lead = submit("ann@example.com");
        Holds.over(sluice).place(lead.id(), "ann", "case 7");
        Erasure.over(sluice).leads(List.of(lead.id()));
        Retention retention = Retention.over(sluice, Retention.STANDARD);
        seal();
        pass(31);

        Removal.over(sluice, SIGNER, List.of(retention)).remove();

        assertThat(store.events().stream(lead)).hasSize(5);
        assertThat(breaches()).isEmpty();
    }

    @Test
    void what_a_crash_left_half_done_is_done_by_the_next() throws Exception {
        StreamId lead = submit("ann@example.com");
        seal();
        pass(31);
        Sluice dying = over(failing());

        assertThatThrownBy(() -> Removal.over(dying, SIGNER, List.of(Retention.over(dying, Retention.STANDARD)))
                        .remove())
                .hasMessage("the process ends here");
        assertThat(store.events().stream(lead)).hasSize(5);
        assertThat(breaches()).extracting(Breach::kind).containsOnly(Breach.Kind.MISPLACED);

        removal().remove();

        assertThat(store.events().stream(lead)).isEmpty();
        assertThat(breaches()).isEmpty();
    }

    private Store failing() {
        Subjects real = store.subjects().orElseThrow();
        Subjects dying = proxy(Subjects.class, real, "remove", () -> {
            throw new IllegalStateException("the process ends here");
        });
        return proxy(Store.class, store, "subjects", () -> Optional.of(dying));
    }

    private interface Instead {
        Object get();
    }

    private static <T> T proxy(Class<T> type, T real, String method, Instead instead) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return instead.get();
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                }));
    }

    @Test
    void who_removes_more_or_only_says_that_it_left_is_found_out() throws Exception {
        submit("old@example.com");
        StreamId held = submit("held@example.com");
        Holds.over(sluice).place(held.id(), "ann", "case 7");
        seal();
        pass(31);
        removal().remove();
        String genuine = cut();
        StreamId young = submit("young@example.com");
        seal();
        assertThat(breaches()).isEmpty();

        found("delete from event where stream = '" + held.id() + "'");
        found("delete from event where stream = '" + held.id() + "' and seq = 5");
        found("delete from event where stream = '" + young.id() + "'");
        found("update event set outcome = 'failure' where stream = '" + held.id() + "' and seq = 4");
        found("update event set position = 1 where stream = '" + young.id() + "' and seq = 5");
        found("delete from doc where kind = 'seal' and id = 'cut'");
        found("update doc set body = 'nothing' where kind = 'seal' and id = 'cut'");
        Cutoff read = Cutoff.read(genuine).orElseThrow();
        Cutoff forged = new Cutoff(
                read.seal() + 1,
                handed.get(1).to(),
                read.removed() + 7,
                List.of(),
                read.at(),
                read.key(),
                read.signature());
        found("update doc set body = '" + forged.text() + "' where kind = 'seal' and id = 'cut'");
    }

    @Test
    void nothing_is_removed_of_a_log_that_was_changed() throws Exception {
        StreamId lead = submit("old@example.com");
        seal();
        pass(31);
        execute("update event set outcome = 'failure' where stream = '" + lead.id() + "' and seq = 4");

        assertThatThrownBy(() -> removal().remove()).hasMessageContaining("not as it was written");
        assertThat(store.events().stream(lead)).hasSize(5);
    }

    /** Changes the file, looks whether that is found, and puts it back; an open store remembers documents. */
    private void found(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            for (String table : List.of("event", "doc")) {
                statement.execute("create table old_" + table + " as select * from " + table);
            }
        }
        sluice.close();
        execute(change);
        open();
        assertThat(breaches()).as(change).isNotEmpty();
        sluice.close();
        execute("delete from event", "insert into event select * from old_event", "drop table old_event");
        execute("delete from doc", "insert into doc select * from old_doc", "drop table old_doc");
        open();
        assertThat(breaches()).as("put back after " + change).isEmpty();
    }

    private void execute(String... changes) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger if exists event_stays");
            statement.execute("drop trigger if exists event_is_final");
            for (String change : changes) {
                statement.execute(change);
            }
        }
    }

    private long rows(String of) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + of)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    private String cut() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select body from doc where kind = 'seal' and id = 'cut'")) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
