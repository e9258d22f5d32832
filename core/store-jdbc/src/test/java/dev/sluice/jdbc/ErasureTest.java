package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.audit.Erased;
import dev.sluice.audit.Erasure;
import dev.sluice.audit.LogCheck;
import dev.sluice.audit.Retention;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.store.Cursor;
import dev.sluice.store.Page;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.Subjects;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.types.Lead;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Pii;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People are forgotten, and nothing of theirs is left in any file. */
@Tag("long")
class ErasureTest {
    private static final int PEOPLE = Integer.getInteger("erasure.people", 400);
    private static final int FORGOTTEN = PEOPLE / 10;

    @TempDir
    Path folder;

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("leads.db");
    }

    private Store store() {
        return JdbcStore.open(url(), SealedSqliteStoreTest.PRIVACY);
    }

    private static Sluice sluice(Store store) {
        return Sluice.builder()
                .store(store)
                .indexKey(SealedSqliteStoreTest.PRIVACY.indexKey())
                .delivery("stub", request -> DeliveryResult.success().reference("ref-1"))
                .build();
    }

    private static Flow flow(Sluice sluice) {
        return sluice.open(FlowDefinition.builder("solar")
                .field("email", "email")
                .field("phone_1", "phone")
                .field("comments", "string")
                .field(FieldDefinition.of("zip", "postal_code").withPrivacy(Pii.PERSONAL, MaskStyle.FULL))
                .field("state", "state")
                .source("web")
                .duplicateCheck(new DuplicateCheck(
                        List.of("email"), new Window(30, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null))
                .step(RecipientStep.to("buyer", "stub")
                        .map("to", "{{lead.email}}")
                        .build())
                .build());
    }

    private static String canary(int person) {
        return "canaryx" + (100_000 + person) + "x";
    }

    /** Valid, and not personal by its type. */
    private static String zip(int person) {
        return String.format(Locale.ROOT, "78701-%04d", person % 10_000);
    }

    private static Lead lead(int person) {
        return Lead.from("web")
                .with("email", canary(person) + "@example.com")
                .with("phone_1", "512-555-" + (1000 + person % 9000))
                .with("comments", "call " + canary(person))
                .with("zip", zip(person))
                .with("state", canary(person) + " in the wrong field")
                .with("undeclared " + canary(person), "what " + canary(person) + " wrote")
                .detail("ip", canary(person));
    }

    private static String email(int person) {
        return canary(person).toUpperCase(Locale.ROOT) + "@Example.com";
    }

    @Test
    void nothing_of_the_forgotten_is_left_and_everything_else_stays() throws IOException {
        List<String> ids = new ArrayList<>();
        try (Store store = store();
                Sluice sluice = sluice(store)) {
            Flow flow = flow(sluice);
            for (int person = 0; person < PEOPLE; person++) {
                ids.add(flow.submit(lead(person)).leadId().orElseThrow());
            }
            long events = events(store);
            Erasure erasure = Erasure.over(sluice);
            List<String> known = new ArrayList<>();
            for (int person = 0; person < FORGOTTEN; person++) {
                known.add(email(person));
            }
            Erased erased = erasure.person(known);

            assertThat(erased.leads()).hasSize(FORGOTTEN);
            assertThat(erased.deliveries()).hasSize(FORGOTTEN);
            assertThat(erased.pending()).isFalse();
            assertThat(events(store)).isGreaterThan(events);
            assertThat(flow.submit(lead(1)).reason().orElse("")).startsWith("Duplicate");
            assertThat(flow.submit(lead(1)).reason().orElse("")).startsWith("Duplicate");
            erasure.person(List.of(email(1)));
        }
        assertThat(left(0, FORGOTTEN)).isEmpty();
        try (Store store = store()) {
            LogCheck check = LogCheck.of(store, "default", Optional.empty(), Optional.empty());
            assertThat(check.breaches()).isEmpty();
            assertTombstone(store, ids.get(0));
            assertThat(accepted(store, ids.get(FORGOTTEN))
                            .snapshot()
                            .get("lead.email")
                            .text())
                    .isEqualTo(canary(FORGOTTEN) + "@example.com");
        }
    }

    private static long events(Store store) {
        long count = 0;
        Page<Event> page = store.events().after(Cursor.START, 1_000);
        while (!page.events().isEmpty()) {
            count += page.events().size();
            page = store.events().after(page.next(), 1_000);
        }
        return count;
    }

    private static Event accepted(Store store, String lead) {
        return store.events().stream(new StreamId("default", lead)).stream()
                .filter(event -> event.type().equals(EventType.SOURCE_ACCEPTED))
                .findFirst()
                .orElseThrow();
    }

    private static void assertTombstone(Store store, String lead) {
        Event event = accepted(store, lead);
        assertThat(event.snapshot()
                        .section(Section.LEAD)
                        .get("email")
                        .part("erased")
                        .text())
                .isEqualTo("true");
        assertThat(event.snapshot().section(Section.LEAD).get("id").text()).isEqualTo(lead);
        assertThat(store.events().stream(new StreamId("default", lead))
                        .get(0)
                        .input()
                        .orElseThrow()
                        .data())
                .isEmpty();
    }

    /** The canaries of these people that are in any file of the store. */
    private List<String> left(int from, int to) throws IOException {
        List<String> left = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes =
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                int at = bytes.indexOf("canaryx");
                while (at >= 0) {
                    int person = Integer.parseInt(bytes.substring(at + 7, at + 13)) - 100_000;
                    if (person >= from && person < to) {
                        left.add(file.getFileName() + " " + bytes.substring(Math.max(0, at - 60), at + 20));
                    }
                    at = bytes.indexOf("canaryx", at + 1);
                }
            }
        }
        return left;
    }

    @Test
    void nobody_can_read_personal_values_without_the_keys() throws IOException {
        try (Store store = store();
                Sluice sluice = sluice(store)) {
            String id = flow(sluice).submit(lead(7)).leadId().orElseThrow();
            Scope data = accepted(store, id).snapshot();
            assertThat(data.get("lead.zip").text()).isEqualTo(zip(7));
            assertThat(data.get("lead.state").text()).startsWith(canary(7));
        }
        assertThat(left(0, PEOPLE)).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(zip(7));
            }
        }
    }

    @Test
    void who_is_unknown_or_forgotten_already_is_told_so() {
        try (Store store = store();
                Sluice sluice = sluice(store)) {
            flow(sluice).submit(lead(1));
            Erasure erasure = Erasure.over(sluice);

            assertThat(erasure.person(List.of("nobody@example.com")).leads()).isEmpty();
            assertThat(erasure.leads(List.of("lead_unknown", "' or 1=1")).leads())
                    .isEmpty();
            assertThat(erasure.person(List.of(email(1))).leads()).hasSize(1);
            assertThat(erasure.person(List.of(email(1))).leads()).isEmpty();
            assertThatThrownBy(() -> erasure.person(List.of("canary at nowhere")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void somebody_who_is_forgotten_while_his_lead_is_on_its_way_stays_forgotten() throws IOException {
        AtomicReference<Erasure> erasure = new AtomicReference<>();
        String lead;
        try (Store store = store();
                Sluice sluice = Sluice.builder()
                        .store(store)
                        .indexKey(SealedSqliteStoreTest.PRIVACY.indexKey())
                        .delivery("stub", request -> {
                            assertThat(erasure.get().person(List.of(email(11))).leads())
                                    .hasSize(1);
                            return DeliveryResult.failure("refused");
                        })
                        .build()) {
            erasure.set(Erasure.over(sluice));
            lead = flow(sluice).submit(lead(11)).leadId().orElseThrow();
            assertTombstone(store, lead);
        }
        try (Store store = store()) {
            assertTombstone(store, lead);
            assertThat(LogCheck.of(store, "default", Optional.empty(), Optional.empty())
                            .breaches())
                    .isEmpty();
        }
        assertThat(left(11, 12)).isEmpty();
    }

    @Test
    void somebody_may_be_forgotten_in_the_middle_of_a_purge() throws IOException {
        try (Store store = store()) {
            AtomicReference<Runnable> between = new AtomicReference<>(() -> {});
            Store watched = before(Store.class, store, between);
            try (Sluice sluice = sluice(watched)) {
                String lead = flow(sluice).submit(lead(12)).leadId().orElseThrow();
                Erasure erasure = Erasure.over(sluice);
                between.set(() -> {
                    between.set(() -> {});
                    assertThat(erasure.person(List.of(email(12))).leads()).hasSize(1);
                });
                assertThat(Retention.over(sluice, Duration.ofNanos(1)).purge())
                        .extracting(StreamId::id)
                        .containsExactly(lead);
                assertThat(erasure.person(List.of(email(12))).leads()).isEmpty();
                assertThat(LogCheck.of(store, "default", Optional.empty(), Optional.empty())
                                .breaches())
                        .isEmpty();
            }
        }
        assertThat(left(12, 13)).isEmpty();
    }

    /** A store, and what it gives, that does something right before it empties leads. */
    private static <T> T before(Class<T> type, T real, AtomicReference<Runnable> act) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    if (method.getName().equals("empty")) {
                        act.get().run();
                    }
                    Object given = method.invoke(real, values);
                    return method.getName().equals("subjects")
                            ? ((Optional<?>) given).map(some -> before(Subjects.class, (Subjects) some, act))
                            : given;
                }));
    }

    @Test
    void an_erasure_that_was_cut_off_is_finished_as_due_work() {
        String lead;
        try (Store store = store();
                Sluice sluice = sluice(store)) {
            lead = flow(sluice).submit(lead(3)).leadId().orElseThrow();
            plan(store, lead);
        }
        try (Store store = store();
                Sluice sluice = sluice(store)) {
            Erasure.over(sluice);
            sluice.runDue(10);
            assertTombstone(store, lead);
            assertThat(store.events().stream(new StreamId("default", "acct_default")))
                    .extracting(Event::type)
                    .containsExactly(EventType.LEAD_ERASED);
            assertThat(sluice.runDue(10).done()).isEmpty();
        }
    }

    /** What an erasure writes first; then the process ends. */
    private static void plan(Store store, String lead) {
        store.write(Leads.write(Reads.NONE, (view, changes) -> {
                    changes.schedule(new WorkItem(
                            new WorkId("default", "erase " + lead + " 1"), "erase", Instant.EPOCH, 0, lead));
                    return true;
                }))
                .durable();
    }

    @Test
    void a_reader_that_keeps_old_pages_leaves_it_pending_until_it_is_gone() throws SQLException, IOException {
        try (Store store = store();
                Sluice sluice = sluice(store)) {
            flow(sluice).submit(lead(5));
            Erasure erasure = Erasure.over(sluice);
            try (Connection reader = DriverManager.getConnection(url());
                    Statement reading = reader.createStatement()) {
                reader.setAutoCommit(false);
                reading.executeQuery("select count(*) from event").next();
                assertThat(erasure.person(List.of(email(5))).pending()).isTrue();
            }
            assertThat(store.subjects().orElseThrow().scrub()).isTrue();
        }
        assertThat(left(5, 6)).isEmpty();
    }

    @Test
    void leads_that_were_written_before_anything_was_sealed_are_emptied() throws IOException {
        String lead;
        try (Store open = JdbcStore.open(url());
                Sluice sluice = sluice(open)) {
            lead = flow(sluice).submit(lead(9)).leadId().orElseThrow();
        }
        assertThat(left(9, 10)).isNotEmpty();
        try (Store store = store();
                Sluice sluice = sluice(store)) {
            assertThat(Erasure.over(sluice).leads(List.of(lead)).leads()).hasSize(1);
            LogCheck check = LogCheck.of(store, "default", Optional.empty(), Optional.empty());
            assertThat(check.breaches()).isEmpty();
            assertThat(check.emptied()).isGreaterThan(3);
        }
        assertThat(left(9, 10)).isEmpty();
    }
}
