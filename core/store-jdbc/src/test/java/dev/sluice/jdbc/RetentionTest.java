package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Flow;
import dev.sluice.InvalidFlowException;
import dev.sluice.Sluice;
import dev.sluice.audit.Breach;
import dev.sluice.audit.Holds;
import dev.sluice.audit.LogCheck;
import dev.sluice.audit.PersonalReading;
import dev.sluice.audit.Retention;
import dev.sluice.batch.CsvFormat;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.export.Columns;
import dev.sluice.export.ExportJob;
import dev.sluice.export.ExportRequest;
import dev.sluice.export.Exports;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.store.Part;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.testkit.VirtualTime;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    @TempDir
    Path folder;

    private final VirtualTime time = VirtualTime.at(Instant.parse("2026-03-15T14:30:00Z"));
    private Store store;
    private Sluice sluice;
    private Flow flow;

    @BeforeEach
    void open() {
        store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"), SealedSqliteStoreTest.PRIVACY);
        sluice = Sluice.builder()
                .store(store)
                .time(time)
                .delivery("stub", request -> DeliveryResult.success().detail("answer", "taken"))
                .build();
        flow = sluice.open(definition().build());
    }

    private static FlowDefinition.Builder definition() {
        return FlowDefinition.builder("solar")
                .field("email", "email")
                .source("web")
                .step(RecipientStep.to("buyer", "stub")
                        .map("to", "{{lead.email}}")
                        .build());
    }

    @AfterEach
    void close() {
        sluice.close();
    }

    private StreamId submit(String email) {
        String id = flow.submit(Lead.from("web").with("email", email)).leadId().orElseThrow();
        return new StreamId("default", id);
    }

    private List<Event> events(StreamId stream) {
        return store.events().stream(stream);
    }

    @Test
    void leads_whose_time_is_over_are_emptied_and_the_log_verifies() throws InterruptedException {
        StreamId old = submit("old@example.com");
        time.await(Duration.ofDays(20));
        StreamId young = submit("young@example.com");
        time.await(Duration.ofDays(11));
        Retention.over(sluice, Retention.STANDARD).every(Duration.ofDays(1));

        sluice.runDue(10);

        assertThat(events(old)).extracting(Event::snapshot).containsOnly(Scope.EMPTY);
        assertThat(events(old)).extracting(Event::type).contains(EventType.RECIPIENT_DELIVERED);
        assertThat(events(young).get(1).snapshot().get("lead.email").text()).isEqualTo("young@example.com");
        LogCheck check = LogCheck.of(store, "default", Optional.empty(), Optional.empty());
        assertThat(check.breaches()).isEmpty();
        assertThat(check.emptied()).isEqualTo(events(old).size());
        assertThat(Retention.over(sluice, Retention.STANDARD).purge()).isEmpty();
    }

    @Test
    void an_export_of_a_time_that_the_log_has_forgotten_says_so() throws InterruptedException, IOException {
        submit("old@example.com");
        time.await(Duration.ofDays(40));
        submit("young@example.com");
        String longAgo = "start=2026-03-01";
        assertThat(exported(longAgo)).isEqualTo("done 2");
        Retention.over(sluice, Retention.STANDARD).purge();

        assertThat(exported(longAgo)).isEqualTo("truncated 2");
        assertThat(exported("start=" + time.instant().minus(Duration.ofDays(30))))
                .isEqualTo("done 1");
        assertThat(exported("start=" + time.instant().minus(Duration.ofDays(30)).minusMillis(1)))
                .isEqualTo("truncated 1");
        assertThat(exported("")).as("all there is").isEqualTo("done 2");
    }

    private String exported(String query) throws IOException {
        Exports exports = Exports.over(sluice).format("csv", CsvFormat.commas()).build();
        ExportRequest request = ExportRequest.leads()
                .columns(Columns.parse("lead_id"))
                .query(query)
                .build();
        ExportJob job = exports.write(request, OutputStream.nullOutputStream());
        return job.state().text() + " " + job.rows();
    }

    @Test
    void leads_are_kept_elsewhere_before_they_are_emptied() throws InterruptedException {
        StreamId lead = submit("old@example.com");
        StreamId held = submit("held@example.com");
        Holds.over(sluice).place(held.id(), "ann", "case 7");
        List<Event> before = events(lead);
        time.await(Duration.ofDays(31));
        submit("young@example.com");
        List<List<Event>> kept = new ArrayList<>();
        Retention retention = Retention.over(sluice, Retention.STANDARD);

        assertThatThrownBy(() -> retention
                        .archiving(events -> {
                            throw new IllegalStateException("the archive is full");
                        })
                        .purge())
                .hasMessage("the archive is full");
        assertThat(events(lead).get(1).snapshot().get("lead.email").text()).isEqualTo("old@example.com");
        retention.archiving(kept::add).purge();

        assertThat(kept).hasSize(1);
        assertThat(kept.get(0))
                .extracting(Event::id)
                .isEqualTo(before.stream().map(Event::id).toList());
        assertThat(kept.get(0).get(1).snapshot().get("lead.email").text()).isEqualTo("old@example.com");
        assertThat(events(lead)).extracting(Event::snapshot).containsOnly(Scope.EMPTY);
        assertThat(retention.archiving(kept::add).purge()).isEmpty();
        assertThat(kept).hasSize(1);
    }

    @Test
    void details_of_some_types_go_sooner_than_their_leads() throws InterruptedException {
        StreamId lead = submit("ann@example.com");
        StreamId held = submit("bert@example.com");
        Holds.over(sluice).place(held.id(), "ann", "case 7");
        Retention retention = Retention.over(sluice, Retention.STANDARD).details("recipient.*", Duration.ofDays(7));
        time.await(Duration.ofDays(7).minusMillis(1));
        retention.purge();
        assertThat(details(lead)).isNotEmpty().noneMatch(RetentionTest::isErased);

        time.await(Duration.ofMillis(2));
        retention.purge();
        retention.purge();

        assertThat(details(lead)).isNotEmpty().allMatch(RetentionTest::isErased);
        assertThat(details(held)).isNotEmpty().noneMatch(RetentionTest::isErased);
        assertThat(events(lead).get(1).snapshot().get("lead.email").text()).isEqualTo("ann@example.com");
        assertThat(LogCheck.of(store, "default", Optional.empty(), Optional.empty())
                        .breaches())
                .isEmpty();
        assertThat(events(new StreamId("default", "acct_default")))
                .extracting(event -> event.facts().get("types").text())
                .containsExactly("", "recipient.*");
        store.subjects().orElseThrow().empty(List.of(lead), EnumSet.of(Part.CLEAR));
        assertThat(LogCheck.of(store, "default", Optional.empty(), Optional.empty())
                        .breaches())
                .extracting(Breach::kind)
                .containsExactly(Breach.Kind.EMPTIED);
    }

    private List<Obj> details(StreamId stream) {
        return events(stream).stream()
                .filter(event -> event.type().text().startsWith("recipient."))
                .map(Event::detail)
                .filter(detail -> !detail.isBlank())
                .toList();
    }

    private static boolean isErased(Obj detail) {
        return !detail.get("erased").isMissing();
    }

    @Test
    void a_lead_that_is_held_stays_until_it_is_released() throws InterruptedException {
        StreamId held = submit("held@example.com");
        Holds holds = Holds.over(sluice);
        holds.place(held.id(), "ann", "case 7");
        time.await(Duration.ofDays(31));
        Retention retention = Retention.over(sluice, Retention.STANDARD);

        assertThat(retention.purge()).isEmpty();
        assertThat(holds.reason(held.id())).hasValue("case 7");
        holds.release(held.id(), "ann");
        assertThat(retention.purge()).containsExactly(held);
        assertThat(events(new StreamId("default", "acct_default")))
                .extracting(Event::type)
                .containsExactly(EventType.HOLD_PLACED, EventType.HOLD_RELEASED, EventType.RETENTION_PURGED);
    }

    @Test
    void who_sees_personal_values_is_on_record() {
        StreamId lead = submit("canary@example.com");

        List<Event> seen = PersonalReading.over(sluice, Reader.of("ann", Role.AUDITOR)).stream(lead);
        List<Event> masked = PersonalReading.over(sluice, Reader.of("bert", Role.OPERATOR)).stream(lead);

        assertThat(seen.get(1).snapshot().get("lead.email").text()).isEqualTo("canary@example.com");
        assertThat(masked.get(1).snapshot().get("lead.email").text()).isEqualTo("c***@example.com");
        List<Event> looks = events(new StreamId("default", "acct_default"));
        assertThat(looks).hasSize(1);
        assertThat(looks.get(0).facts().get("reader").text()).isEqualTo("ann");
        assertThat(looks.get(0).facts().get("what").text()).isEqualTo("stream " + lead.id());
    }

    @Test
    void a_sealed_store_refuses_hashes_that_anybody_can_guess() {
        DuplicateCheck repeated =
                new DuplicateCheck(List.of("email"), new Window(30, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null);
        FlowDefinition checked = definition().duplicateCheck(repeated).build();

        assertThatThrownBy(() -> sluice.open(checked))
                .isInstanceOf(InvalidFlowException.class)
                .hasMessageContaining("/duplicateCheck no_index_key");
    }
}
