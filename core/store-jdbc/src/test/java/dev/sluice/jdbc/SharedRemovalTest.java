package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.audit.LogCheck;
import dev.sluice.audit.Removal;
import dev.sluice.audit.Retention;
import dev.sluice.audit.Seal;
import dev.sluice.audit.SealSigner;
import dev.sluice.audit.Seals;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.StreamId;
import dev.sluice.testkit.VirtualTime;
import dev.sluice.types.Lead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole events leave other databases, too. */
class SharedRemovalTest {
    private static final SealSigner SIGNER =
            SealSigner.secret("2026", "0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    private final VirtualTime time = VirtualTime.at(Instant.parse("2026-03-15T14:30:00Z"));

    @Test
    void h2(@TempDir Path folder) throws InterruptedException {
        leave("jdbc:h2:" + folder.resolve("leads"));
    }

    @Test
    @Tag("real-server")
    void a_server() throws InterruptedException {
        leave(Server.url());
    }

    private void leave(String url) throws InterruptedException {
        try (JdbcStore store = JdbcStore.open(url);
                Sluice sluice = Sluice.builder().store(store).time(time).build()) {
            Flow flow = sluice.open(FlowDefinition.builder("solar")
                    .field("email", "email")
                    .source("web")
                    .build());
            StreamId old = submit(flow);
            List<Seal> handed = new ArrayList<>();
            Seals seals = Seals.over(sluice, SIGNER, handed::add);
            seals.seal();
            time.await(Duration.ofDays(31));
            StreamId young = submit(flow);

            assertThat(Removal.over(sluice, SIGNER, List.of(Retention.over(sluice, Retention.STANDARD)))
                            .remove())
                    .hasValueSatisfying(cut -> assertThat(cut.removed()).isEqualTo(3));

            assertThat(store.events().stream(old)).isEmpty();
            assertThat(store.events().stream(young)).hasSize(3);
            assertThat(LogCheck.of(store, "default", Optional.of(SIGNER), Optional.of(handed.get(0)))
                            .breaches())
                    .isEmpty();
        }
    }

    private static StreamId submit(Flow flow) {
        String id = flow.submit(Lead.from("web").with("email", "ann@example.com"))
                .leadId()
                .orElseThrow();
        return new StreamId("default", id);
    }
}
