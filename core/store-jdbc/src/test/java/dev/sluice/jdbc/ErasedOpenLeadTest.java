package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.audit.Erasure;
import dev.sluice.audit.LogCheck;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.json.FlowJson;
import dev.sluice.store.StateCheck;
import dev.sluice.store.StreamId;
import dev.sluice.testkit.VirtualTime;
import dev.sluice.types.Lead;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lead that waits for its next try when its person is forgotten: nobody gets it any more, and it ends. */
class ErasedOpenLeadTest {
    private static final String FLOW = """
        {"id": "solar", "fields": [{"id": "email", "type": "email"}], "sources": [{"id": "web"}],
         "steps": [{"id": "crm", "type": "recipient", "plugin": "stub",
                    "mappings": [{"property": "to", "value": "{{lead.email}}"}],
                    "caps": [{"id": "day", "maximum": 1, "duration": 1, "durationUnits": "day"}],
                    "retry": {"maxAttempts": 3, "mode": "queued"}}]}
        """;

    private final VirtualTime time = VirtualTime.at(Instant.parse("2026-03-15T14:30:00Z"));
    private final List<String> sent = new ArrayList<>();

    @Test
    void nothing_of_it_is_sent_and_its_places_go_back(@TempDir Path folder) throws InterruptedException {
        try (JdbcStore store =
                        JdbcStore.open("jdbc:sqlite:" + folder.resolve("leads.db"), SealedSqliteStoreTest.PRIVACY);
                Sluice sluice = Sluice.builder()
                        .store(store)
                        .time(time)
                        .delivery("stub", request -> {
                            sent.add(request.lead().get("to").text());
                            return DeliveryResult.error("Service timeout");
                        })
                        .build()) {
            Flow flow = sluice.open(FlowJson.read(FLOW));
            String id = flow.submit(Lead.from("web").with("email", "canary@example.com"))
                    .leadId()
                    .orElseThrow();
            StreamId lead = new StreamId("default", id);

            Erasure.over(sluice).leads(List.of(id));
            for (int i = 0; i < 5; i++) {
                time.await(Duration.ofMinutes(5));
                sluice.runDue(10);
            }

            List<Event> events = store.events().stream(lead);
            assertThat(sent).containsExactly("canary@example.com");
            assertThat(events.get(events.size() - 1).type()).isEqualTo(EventType.FLOW_COMPLETED);
            assertThat(StateCheck.of(store, "default").differences()).isEmpty();
            assertThat(LogCheck.of(store, "default", Optional.empty(), Optional.empty())
                            .breaches())
                    .isEmpty();
        }
    }
}
