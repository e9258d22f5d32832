package dev.sluice.jdbc;

import static dev.sluice.jdbc.Leads.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.Cursor;
import dev.sluice.store.Durability;
import dev.sluice.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away and comes back, under a store that stays open. */
@Tag("real-server")
class RestartedServerTest {
    @TempDir
    Path folder;

    @Test
    void writes_are_refused_while_the_database_is_away_and_go_on_when_it_is_back() throws IOException {
        Server.Own server = Server.Own.in(folder);
        try (JdbcStore store = JdbcStore.open(server.url())) {
            assertThat(store.durability()).isEqualTo(Durability.SYNCED);
            new Leads(store).begin("a").durable();

            server.stop();
            assertThatThrownBy(() -> new Leads(store).begin("b").durable())
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> store.events().stream(stream("a"))).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> JdbcStore.open(server.url())).isInstanceOf(StoreUnavailableException.class);

            server.start();
            new Leads(store).complete("a").durable();
            assertThat(store.events().stream(stream("a"))).hasSize(3);

            server.stop();
            server.start();
            new Leads(store).begin("c").durable();
            assertThat(store.events().after(Cursor.START, 100).events()).hasSize(5);
            assertThat(new Leads(store).count()).isEqualTo(2);
        } finally {
            server.stop();
        }
    }
}
