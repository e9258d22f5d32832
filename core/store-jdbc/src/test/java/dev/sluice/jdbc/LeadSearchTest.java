package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.audit.LeadSearch;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.testkit.VirtualTime;
import dev.sluice.types.Lead;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadSearchTest {
    private static final Instant START = Instant.parse("2026-03-15T14:30:00Z");
    private static final Reader AUDITOR = Reader.of("ann", Role.AUDITOR);
    private static final Reader OPERATOR = Reader.of("bert", Role.OPERATOR);

    @TempDir
    Path folder;

    private final VirtualTime time = VirtualTime.at(START);
    private Sluice sluice;

    private List<String> found(Reader reader, String words) {
        return LeadSearch.over(sluice, reader).find(words, START, time.instant(), 100).stream()
                .map(hit -> hit.event().leadId())
                .toList();
    }

    private String submit(Flow flow, String source, String email, String name, String city)
            throws InterruptedException {
        time.await(Duration.ofMinutes(1));
        return flow.submit(Lead.from(source)
                        .with("email", email)
                        .with("phone_1", "(512) 789-1234")
                        .with("name", name)
                        .with("city", city)
                        .with("state", "Texas"))
                .leadId()
                .orElseThrow();
    }

    @Test
    void leads_are_found_by_what_the_reader_sees() throws InterruptedException {
        try (Store store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"), SealedSqliteStoreTest.PRIVACY);
                Sluice over = Sluice.builder().store(store).time(time).build()) {
            sluice = over;
            Flow flow = sluice.open(FlowDefinition.builder("solar")
                    .field("email", "email")
                    .field("phone_1", "phone")
                    .field("name", "string")
                    .field("city", "city")
                    .field("state", "state")
                    .source("web")
                    .source("call-centre")
                    .build());
            String ann = submit(flow, "web", "ann@example.com", "Ann Birdwell", "San Antonio");
            String bob = submit(flow, "call-centre", "bob@example.com", "Bob Birdwell", "Dallas");

            assertThat(found(AUDITOR, "birdw")).containsExactly(bob, ann);
            assertThat(found(AUDITOR, "BIRD ann")).containsExactly(ann);
            assertThat(found(AUDITOR, "\"Ann Bird\"")).containsExactly(ann);
            assertThat(found(AUDITOR, "\"Birdwell Ann\"")).isEmpty();
            assertThat(found(AUDITOR, "dwell")).isEmpty();
            assertThat(found(OPERATOR, "birdw")).isEmpty();
            assertThat(found(OPERATOR, "call tx")).containsExactly(bob);
            assertThat(found(OPERATOR, "Bob@Example.com")).containsExactly(bob);
            assertThat(found(OPERATOR, "ob@example.com")).isEmpty();
            assertThat(found(OPERATOR, "512-789-1234 web")).containsExactly(ann);
            assertThat(found(OPERATOR, ann)).containsExactly(ann);
            assertThat(LeadSearch.over(sluice, AUDITOR).find("tx", START, time.instant(), 1))
                    .hasSize(1)
                    .allMatch(hit -> hit.paths().equals(List.of("state")));
            assertThat(LeadSearch.over(sluice, AUDITOR).find("tx", START, START, 1))
                    .isEmpty();
            assertThatThrownBy(() -> found(AUDITOR, " \" ")).hasMessageContaining("a word at least");
            assertThat(store.events().stream(new StreamId("default", "acct_default")))
                    .hasSize(6)
                    .extracting(event -> event.facts().get("what").text())
                    .allMatch(what -> what.matches("search for [12] words"))
                    .doesNotContain("bird");
        }
    }
}
