package dev.sluice.partner;

import static dev.sluice.partner.Network.ANN;
import static dev.sluice.partner.Network.BOB;
import static dev.sluice.partner.Network.EVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Sluice;
import dev.sluice.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** An invitation from its asking to its answer. */
class InvitationTest {
    private final Network network = new Network();
    private final Partners partners = network.partners;
    private final Invitations invitations = partners.invitations();

    private String asked() {
        return invitations
                .invite(ANN, Invitation.account(BOB.account(), Relation.SOURCE).message("Roofs?"))
                .get()
                .id();
    }

    private String mailed(String name, String email) {
        invitations.invite(ANN, Invitation.email(email, name, Relation.BUYER)).get();
        return network.told.get(network.told.size() - 1).token();
    }

    @Test
    void whoever_is_asked_sees_the_relation_from_the_other_side() {
        String id = asked();

        Connection seen = partners.connections().get(BOB, id).get();

        assertThat(seen.relation()).isEqualTo(Relation.BUYER);
        assertThat(seen.state()).isEqualTo(ConnectionState.PENDING);
        assertThat(seen.message()).isEqualTo("Roofs?");
        assertThat(seen.partner()).contains(ANN.account());
    }

    @Test
    void an_invitation_is_accepted_once() {
        String id = asked();

        assertThat(invitations.accept(BOB, id).get().state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(invitations.accept(BOB, id).refused()).contains(Refused.ALREADY_ANSWERED);
        assertThat(invitations.cancel(ANN, id).refused()).contains(Refused.ALREADY_ANSWERED);
        assertThat(invitations.decline(BOB, id).refused()).contains(Refused.ALREADY_ANSWERED);
    }

    @Test
    void nobody_else_can_accept_and_strangers_do_not_learn_that_it_is_there() {
        String id = asked();

        assertThat(invitations.accept(EVE, id).refused()).contains(Refused.NOT_FOUND);
        assertThat(invitations.accept(EVE, "conn_nowhere").refused()).contains(Refused.NOT_FOUND);
        assertThat(invitations.accept(ANN, id).refused()).contains(Refused.FORBIDDEN);
        assertThat(invitations
                        .accept(new Actor(BOB.account(), "ed", UserRole.EDITOR), id)
                        .refused())
                .contains(Refused.FORBIDDEN);
    }

    @Test
    void what_was_refused_stands_in_the_askers_log_whether_it_exists_or_not() {
        String id = asked();

        invitations.accept(EVE, id);
        invitations.accept(EVE, "conn_nowhere");
        invitations.acceptToken(EVE, "conn_nowhere.secret");

        assertThat(partners.connections().refusals(EVE))
                .extracting(event -> event.facts().get("connection").text() + " "
                        + event.facts().get("refused").text())
                .containsExactly(id + " not_found", "conn_nowhere not_found", "conn_nowhere not_found");
        assertThat(partners.connections().audit(ANN, id).get()).hasSize(1);
        assertThat(partners.connections().refusals(ANN)).isEmpty();
    }

    @Test
    void asking_an_account_that_does_not_exist_answers_like_asking_one_that_does() {
        Answer<Connection> real = invitations.invite(ANN, Invitation.account(BOB.account(), Relation.BOTH));
        Answer<Connection> unreal = invitations.invite(ANN, Invitation.account("acct_nowhere", Relation.BOTH));

        assertThat(unreal.refused()).isEqualTo(real.refused());
        assertThat(unreal.get().state()).isEqualTo(real.get().state());
    }

    @Test
    void it_expires_after_seven_days_and_may_be_sent_again() {
        String id = asked();
        network.time.pass(Invitation.DEFAULT_TIME.minusMillis(1));
        assertThat(partners.connections().get(BOB, id).get().state()).isEqualTo(ConnectionState.PENDING);
        network.time.pass(Duration.ofMillis(1));
        assertThat(partners.connections().get(BOB, id).get().state()).isEqualTo(ConnectionState.EXPIRED);
        assertThat(invitations.accept(BOB, id).refused()).contains(Refused.EXPIRED);

        invitations.resend(ANN, id).get();

        assertThat(invitations.accept(BOB, id).get().state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(invitations.resend(ANN, id).refused()).contains(Refused.ALREADY_ANSWERED);
    }

    @Test
    void due_work_puts_the_expiry_into_the_audit_log() {
        Sluice ann = network.sluice(ANN);
        partners.serve(ann);
        String id = asked();
        network.time.pass(Invitation.DEFAULT_TIME);

        assertThat(ann.runDue(10).done()).hasSize(1);

        assertThat(types(id)).containsExactly("connection.invited", "connection.expired");
        assertThat(ann.runDue(10).isEmpty()).isTrue();
    }

    @Test
    void by_address_only_the_named_account_can_accept_with_the_token() {
        String token = mailed("Bob Roofs", "bob@example.com");

        assertThat(invitations.acceptToken(EVE, token).refused()).contains(Refused.MISMATCH);
        assertThat(invitations.acceptToken(BOB, token + "0").refused()).contains(Refused.NOT_FOUND);
        assertThat(invitations.acceptToken(BOB, "nonsense").refused()).contains(Refused.NOT_FOUND);
        assertThat(invitations.acceptToken(BOB, token).get().state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(invitations.acceptToken(BOB, token).refused()).contains(Refused.NOT_FOUND);
    }

    @Test
    void whoever_has_no_account_opens_a_free_one_with_the_token() {
        String token = mailed("Fay Homes", "fay@example.com");

        Connection connection = invitations.join(token, "acct_fay", "fay").get();

        assertThat(connection.state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(partners.account("acct_fay").orElseThrow().plan()).isEqualTo(Plan.FREE);
        assertThat(invitations.join(token, "acct_fay2", "fay").refused()).contains(Refused.NOT_FOUND);
    }

    @Test
    void an_old_token_opens_nothing_once_the_invitation_was_sent_again() {
        String old = mailed("Bob Roofs", "bob@example.com");
        String id = partners.connections().all(ANN).get(0).id();
        invitations.resend(ANN, id).get();
        String fresh = network.told.get(network.told.size() - 1).token();

        assertThat(invitations.acceptToken(BOB, old).refused()).contains(Refused.NOT_FOUND);
        assertThat(invitations.acceptToken(BOB, fresh).refused()).isEmpty();
    }

    @Test
    void nobody_is_asked_twice_at_once() {
        asked();

        assertThat(invitations
                        .invite(ANN, Invitation.account(BOB.account(), Relation.BOTH))
                        .refused())
                .contains(Refused.ALREADY_CONNECTED);
    }

    @Test
    void of_an_acceptance_and_a_cancellation_that_race_one_happens() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 200; i++) {
                race(threads);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void race(ExecutorService threads) throws Exception {
        Network both = new Network();
        Partners other = Partners.over(both.store).time(both.time).build();
        String id = both.partners
                .invitations()
                .invite(ANN, Invitation.account(BOB.account(), Relation.SOURCE))
                .get()
                .id();
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Boolean> accepting = () -> {
            start.await();
            return both.partners.invitations().accept(BOB, id).refused().isEmpty();
        };
        Callable<Boolean> cancelling = () -> {
            start.await();
            return other.invitations().cancel(ANN, id).refused().isEmpty();
        };
        List<Future<Boolean>> ends = threads.invokeAll(List.of(accepting, cancelling));

        assertThat(ends.get(0).get()).isNotEqualTo(ends.get(1).get());
        assertThat(both.partners.connections().audit(ANN, id).get()).hasSize(2);
    }

    @Test
    void notices_and_refusals_tell_neither_tokens_nor_addresses() {
        String token = mailed("Bob Roofs", "bob@example.com");

        assertThat(network.told.toString()).doesNotContain(token).doesNotContain("bob@example.com");
        assertThat(partners.connections()
                        .audit(ANN, partners.connections().all(ANN).get(0).id())
                        .get())
                .allSatisfy(event -> assertThat(event.facts().toString()).doesNotContain("bob@example.com"));
        assertThatThrownBy(() -> invitations.acceptToken(EVE, token).get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(token);
    }

    @Test
    void a_notifier_that_breaks_changes_nothing() {
        Partners loud = Partners.over(network.store)
                .time(network.time)
                .notifier(notice -> {
                    throw new IllegalStateException("mail is down");
                })
                .build();

        assertThat(loud.invitations()
                        .invite(ANN, Invitation.account(BOB.account(), Relation.BOTH))
                        .refused())
                .isEmpty();
    }

    private List<String> types(String connection) {
        return partners.connections().audit(ANN, connection).get().stream()
                .map(Event::type)
                .map(Object::toString)
                .toList();
    }
}
