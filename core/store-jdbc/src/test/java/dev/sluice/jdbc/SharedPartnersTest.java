package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.event.Event;
import dev.sluice.partner.Account;
import dev.sluice.partner.Actor;
import dev.sluice.partner.ConnectionState;
import dev.sluice.partner.Invitation;
import dev.sluice.partner.Partners;
import dev.sluice.partner.Plan;
import dev.sluice.partner.Refused;
import dev.sluice.partner.Relation;
import dev.sluice.testkit.Race;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts and connections in a database: they outlive their process, and processes that race agree. */
class SharedPartnersTest {
    private static final Actor ANN = Actor.owner("acct_ann", "ann");
    private static final Actor BOB = Actor.owner("acct_bob", "bob");

    private static Partners opened(JdbcStore store) {
        Partners partners = Partners.over(store).build();
        partners.open(new Account(ANN.account(), "Ann", "ann@example.com", Plan.PAID));
        partners.open(new Account(BOB.account(), "Bob", "bob@example.com", Plan.FREE));
        return partners;
    }

    private static String asked(Partners partners) {
        return partners.invitations()
                .invite(ANN, Invitation.account(BOB.account(), Relation.BOTH))
                .get()
                .id();
    }

    @Test
    void a_connection_outlives_its_process(@TempDir Path folder) {
        String url = "jdbc:sqlite:" + folder.resolve("partners.db");
        String id;
        try (JdbcStore store = JdbcStore.open(url)) {
            id = asked(opened(store));
        }
        try (JdbcStore store = JdbcStore.open(url)) {
            Partners next = Partners.over(store).build();

            assertThat(next.invitations().accept(BOB, id).get().state()).isEqualTo(ConnectionState.ACTIVE);
            assertThat(next.connections().audit(ANN, id).get())
                    .extracting(event -> event.seq() + " " + event.type())
                    .containsExactly("1 connection.invited", "2 connection.accepted");
        }
    }

    @Test
    @Tag("real-server")
    void of_two_processes_that_accept_and_cancel_at_once_one_succeeds() {
        String url = Server.url();
        try (JdbcStore one = JdbcStore.open(url);
                JdbcStore other = JdbcStore.open(url)) {
            Partners here = opened(one);
            Partners there = Partners.over(other).build();
            for (int i = 0; i < 20; i++) {
                String id = asked(here);
                List<Boolean> done = Race.run(
                        2,
                        who -> () -> (who == 0
                                        ? here.invitations().accept(BOB, id)
                                        : there.invitations().cancel(ANN, id))
                                .refused()
                                .isEmpty());

                assertThat(done).containsExactlyInAnyOrder(true, false);
                assertThat(there.connections().audit(ANN, id).get())
                        .extracting(Event::seq)
                        .containsExactly(1L, 2L);
                boolean accepted = done.get(0);
                assertThat(there.connections().revoke(ANN, id).refused().isPresent())
                        .isEqualTo(!accepted);
                assertThat(here.invitations().accept(BOB, id).refused()).contains(Refused.ALREADY_ANSWERED);
            }
        }
    }
}
