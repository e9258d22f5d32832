package dev.sluice.partner;

import static dev.sluice.partner.Network.ANN;
import static dev.sluice.partner.Network.BOB;
import static dev.sluice.partner.Network.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.event.Event;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.SourceDefinition;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A connection from its acceptance to its end. */
class ConnectionTest {
    private final Network network = new Network();
    private final Partners partners = network.partners;
    private final Connections connections = partners.connections();

    @Test
    void what_one_side_paused_that_side_lets_go_on() {
        String id = network.connected(ANN, BOB);

        assertThat(connections.pause(ANN, id).get().state()).isEqualTo(ConnectionState.PAUSED);
        assertThat(connections.resume(BOB, id).refused()).contains(Refused.FORBIDDEN);
        assertThat(connections.resume(ANN, id).get().state()).isEqualTo(ConnectionState.ACTIVE);
    }

    @Test
    void a_relation_changes_by_consent_of_the_other_side_only() {
        String id = network.connected(ANN, BOB);
        connections
                .propose(BOB, id, Relation.BOTH, Terms.NONE.purpose("both ways"))
                .get();

        assertThat(connections.consent(BOB, id).refused()).contains(Refused.FORBIDDEN);
        assertThat(connections.get(ANN, id).get().relation()).isEqualTo(Relation.BUYER);
        Connection changed = connections.consent(ANN, id).get();

        assertThat(changed.relation()).isEqualTo(Relation.BOTH);
        assertThat(changed.terms().purpose()).isEqualTo("both ways");
        assertThat(changed.proposed()).isEmpty();
        assertThat(connections.consent(ANN, id).refused()).contains(Refused.NOT_NOW);
    }

    @Test
    void a_notice_ends_it_on_its_day_by_itself_and_in_the_log() {
        Sluice ann = network.sluice(ANN);
        partners.serve(ann);
        String id = network.connected(ANN, BOB);
        Instant end = network.time.instant().plus(Duration.ofDays(30));
        connections.endOn(BOB, id, end).get();
        network.time.pass(Duration.ofDays(30).minusMillis(1));
        assertThat(connections.get(ANN, id).get().state()).isEqualTo(ConnectionState.ACTIVE);

        network.time.pass(Duration.ofMillis(1));

        assertThat(connections.get(ANN, id).get().state()).isEqualTo(ConnectionState.REVOKED);
        ann.runDue(10);
        assertThat(connections.audit(ANN, id).get())
                .last()
                .extracting(event -> event.type().text())
                .isEqualTo("connection.revoked");
    }

    @Test
    void what_is_revoked_stays_so() {
        String id = network.connected(ANN, BOB);
        connections.revoke(ANN, id).get();

        assertThat(connections.revoke(BOB, id).refused()).contains(Refused.NOT_NOW);
        assertThat(connections.resume(ANN, id).refused()).contains(Refused.NOT_NOW);
        assertThat(connections.issueKey(ANN, id, Duration.ZERO).refused()).contains(Refused.NOT_NOW);
        assertThat(partners.invitations().resend(ANN, id).refused()).contains(Refused.ALREADY_ANSWERED);
        assertThat(partners.invitations()
                        .invite(BOB, Invitation.account(ANN.account(), Relation.BOTH))
                        .refused())
                .isEmpty();
    }

    @Test
    void the_relation_decides_which_partners_may_be_sources() {
        network.connected(ANN, BOB, Relation.BUYER);
        network.connected(ANN, EVE, Relation.SOURCE);

        assertThat(connections.sources(ANN))
                .extracting(SourceDefinition::account)
                .containsExactly(EVE.account());
        assertThat(connections.sources(BOB))
                .extracting(SourceDefinition::account)
                .containsExactly(ANN.account());
        assertThat(connections.sources(ANN).get(0).authenticationRequired()).isTrue();
    }

    @Test
    void a_missing_source_is_explained() {
        String id = partners.invitations()
                .invite(ANN, Invitation.account(BOB.account(), Relation.BUYER))
                .get()
                .id();
        FlowDefinition empty = FlowDefinition.builder("roofs").source("form").build();

        assertThat(connections.diagnose(BOB, id, empty).get())
                .anySatisfy(text -> assertThat(text).contains("not accepted"))
                .anySatisfy(text -> assertThat(text).contains("no source whose 'account' is acct_ann"));
        partners.invitations().accept(BOB, id).get();
        connections.issueKey(ANN, id, Duration.ZERO).get();
        FlowDefinition full = empty.toBuilder()
                .source(SourceDefinition.partner(ANN.account()))
                .build();
        assertThat(connections.diagnose(BOB, id, full).get()).isEmpty();
        assertThat(connections.diagnose(ANN, id, full).get())
                .anySatisfy(text -> assertThat(text).contains("does not let the partner send"));
        assertThat(connections.diagnose(EVE, id, full).refused()).contains(Refused.NOT_FOUND);
    }

    @Test
    void connections_that_nobody_uses_are_listed_for_review() {
        network.connected(ANN, BOB);
        network.time.pass(Duration.ofDays(89));
        assertThat(connections.unusedFor(ANN, Duration.ofDays(90))).isEmpty();

        network.time.pass(Duration.ofDays(2));

        assertThat(connections.unusedFor(ANN, Duration.ofDays(90))).hasSize(1);
    }

    @Test
    void the_audit_log_says_who_did_what_and_never_goes_back_in_time() {
        String id = network.connected(ANN, BOB);
        connections.pause(ANN, id).get();
        network.time.set("2026-03-14T00:00:00Z");
        connections.resume(ANN, id).get();

        assertThat(connections.audit(BOB, id).get())
                .extracting(event ->
                        event.type() + " " + event.facts().get("account").text())
                .containsExactly(
                        "connection.invited acct_ann",
                        "connection.accepted acct_bob",
                        "connection.paused acct_ann",
                        "connection.resumed acct_ann");
        assertThat(connections.audit(BOB, id).get()).extracting(Event::at).isSorted();
        assertThat(connections.audit(EVE, id).refused()).contains(Refused.NOT_FOUND);
    }

    @Test
    void what_is_kept_reads_back_as_it_was_written() {
        String id = network.connected(ANN, BOB);
        connections.propose(
                ANN,
                id,
                Relation.BOTH,
                Terms.NONE.leadsPerDay(40).contacts("Zoë", "Max").fields("email"));
        connections.issueKey(ANN, id, Duration.ZERO);
        connections.endOn(ANN, id, network.time.instant().plusSeconds(1));
        connections.receiveInto(BOB, id, "roofs");
        Bond bond = new Ledger(network.store, network.time).bond(id).orElseThrow();

        assertThat(BondText.read(BondText.write(bond))).isEqualTo(bond);
    }
}
