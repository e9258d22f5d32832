package dev.sluice.partner;

import static dev.sluice.partner.Network.ANN;
import static dev.sluice.partner.Network.BOB;
import static dev.sluice.partner.Network.EVE;
import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Refusal;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.Reports;
import dev.sluice.store.Cursor;
import dev.sluice.types.Lead;
import dev.sluice.types.Section;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leads that one account sells to another within one process. */
class BuyerStepTest {
    private static final Lead LEAD =
            Lead.from("form").with("email", "jo@example.com").with("state", "TX");

    private final Network network = new Network();
    private final Partners partners = network.partners;
    private final Sluice ann = network.sluice(ANN);
    private final Sluice bob = network.sluice(BOB);

    private Flow selling(String connection) {
        return ann.open(Network.selling("solar", connection));
    }

    private void buys(String connection, FlowDefinition flow) {
        partners.serve(bob, bob.open(flow));
        partners.connections().receiveInto(BOB, connection, flow.id()).get();
    }

    @Test
    void the_buyers_answer_and_price_come_back() {
        String connection = network.connected(ANN, BOB);
        SourceDefinition source = SourceDefinition.partner(ANN.account()).pricing(Pricing.fixed("12.50"));
        buys(
                connection,
                Network.buying("roofs", ANN.account()).sources(List.of(source)).build());

        Submission sold = selling(connection).submit(LEAD);

        assertThat(sold.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(sold.revenue()).isEqualByComparingTo("12.50");
        assertThat(partners.connections().sent(ANN, connection).get().accepted())
                .isEqualTo(1);
        assertThat(partners.connections().received(BOB, connection).get().leads())
                .isEqualTo(1);
    }

    @Test
    void reports_by_recipient_tell_what_the_connection_counted() {
        String connection = network.connected(ANN, BOB);
        FlowDefinition flow = Network.buying("roofs", ANN.account())
                .acceptance(AcceptanceCriteria.of(allOf(field("state").isEqualTo("TX"))))
                .build();
        buys(connection, flow);
        Flow seller = selling(connection);
        seller.submit(LEAD);
        seller.submit(LEAD);
        seller.submit(LEAD.with("state", "CA"));

        Report report = Reports.over(ann)
                .run(ReportDefinition.builder("partners")
                        .columns("recipient", "deliveries", "delivered", "failed")
                        .build());

        Usage usage = partners.connections().sent(ANN, connection).get();
        assertThat(usage)
                .extracting(Usage::leads, Usage::accepted, Usage::rejected)
                .containsExactly(3L, 2L, 1L);
        assertThat(report.rows()).hasSize(1);
        assertThat(report.total("deliveries").text()).isEqualTo("3");
        assertThat(report.total("delivered").text()).isEqualTo("2");
        assertThat(report.total("failed").text()).isEqualTo("1");
    }

    @Test
    void the_buyers_rejection_comes_back_with_its_reason() {
        String connection = network.connected(ANN, BOB);
        buys(
                connection,
                Network.buying("roofs", ANN.account())
                        .acceptance(AcceptanceCriteria.of(allOf(field("state").isEqualTo("CA"))))
                        .build());

        Submission sold = selling(connection).submit(LEAD);

        assertThat(sold.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.outcome()).isEqualTo(Outcome.FAILURE);
            assertThat(delivery.reason()).contains("State must be equal to CA");
        });
    }

    @Test
    void nothing_passes_before_the_invitation_is_accepted_and_the_step_is_passed_over() {
        String connection = partners.invitations()
                .invite(ANN, Invitation.account(BOB.account(), Relation.BUYER))
                .get()
                .id();
        Flow flow = selling(connection);

        assertThat(types(flow.submit(LEAD))).contains("step.skipped").doesNotContain("recipient.delivery_attempt");

        partners.invitations().accept(BOB, connection).get();
        buys(connection, Network.buying("roofs", ANN.account()).build());
        assertThat(types(flow.submit(LEAD))).contains("recipient.delivered");
    }

    @Test
    void revocation_stops_the_next_lead_at_once_and_says_why() {
        String connection = network.connected(ANN, BOB);
        buys(connection, Network.buying("roofs", ANN.account()).build());
        Flow flow = selling(connection);
        assertThat(flow.submit(LEAD).outcome()).isEqualTo(Outcome.SUCCESS);

        partners.connections().revoke(BOB, connection).get();

        assertThat(flow.submit(LEAD).deliveries()).singleElement().satisfies(delivery -> assertThat(delivery.reason())
                .contains("Connection is revoked"));
    }

    @Test
    void a_free_buyer_gets_whatever_comes_in_its_inbox() {
        String connection = network.connected(ANN, EVE);
        Sluice eve = network.sluice(EVE);
        partners.serve(eve);

        Submission sold = selling(connection).submit(LEAD);

        assertThat(sold.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(eve.events().after(Cursor.START, 100).events())
                .filteredOn(event -> event.stream().account().equals(EVE.account()))
                .last()
                .satisfies(event -> assertThat(event.snapshot()
                                .section(Section.LEAD)
                                .get("email")
                                .text())
                        .isEqualTo("jo@example.com"));
        assertThat(partners.connections().receiveInto(EVE, connection, "roofs").refused())
                .contains(Refused.PLAN);
    }

    @Test
    void only_the_agreed_properties_are_shared() {
        String connection = partners.invitations()
                .invite(ANN, Invitation.account(BOB.account(), Relation.BUYER).terms(Terms.NONE.fields("state")))
                .get()
                .id();
        partners.invitations().accept(BOB, connection).get();
        buys(connection, Network.buying("roofs", ANN.account()).build());

        selling(connection).submit(LEAD);

        assertThat(bob.events().after(Cursor.START, 100).events())
                .filteredOn(event -> event.stream().account().equals(BOB.account()))
                .allSatisfy(event -> assertThat(event.snapshot()
                                .section(Section.LEAD)
                                .get("email")
                                .isBlank())
                        .isTrue());
    }

    @Test
    void a_lead_never_goes_round_in_a_circle() {
        String there = network.connected(ANN, BOB, Relation.BOTH);
        Flow back = bob.open(Network.selling("roofs", there).toBuilder()
                .source(SourceDefinition.partner(ANN.account()))
                .build());
        partners.serve(bob, back);
        partners.connections().receiveInto(BOB, there, "roofs").get();
        Flow first = ann.open(Network.selling("solar", there).toBuilder()
                .source(SourceDefinition.partner(BOB.account()))
                .build());
        partners.serve(ann, first);
        partners.connections().receiveInto(ANN, there, "solar").get();

        first.submit(LEAD);

        assertThat(network.store.events().after(Cursor.START, 1000).events().stream()
                        .filter(event -> event.type().text().equals("source.submitted")))
                .hasSize(2);
    }

    @Test
    void a_partner_submits_from_outside_by_the_key_of_the_connection() {
        String connection = network.connected(ANN, BOB);
        Flow flow = bob.open(Network.buying("roofs", ANN.account()).build());
        String key =
                partners.connections().issueKey(ANN, connection, Duration.ZERO).get();
        Lead lead = Lead.from(ANN.account()).with("email", "jo@example.com");

        assertThat(flow.submit(lead).refusal()).isPresent();
        assertThat(flow.submit(lead.credential(key + "0")).refusal()).isPresent();
        assertThat(flow.submit(lead.credential(key)).outcome()).isEqualTo(Outcome.SUCCESS);

        String next = partners.connections()
                .issueKey(ANN, connection, Duration.ofHours(1))
                .get();
        assertThat(flow.submit(lead.credential(key)).outcome()).isEqualTo(Outcome.SUCCESS);
        network.time.pass(Duration.ofHours(1));
        assertThat(flow.submit(lead.credential(key)).refusal()).contains(Refusal.CREDENTIAL_EXPIRED);
        assertThat(flow.submit(lead.credential(next)).outcome()).isEqualTo(Outcome.SUCCESS);

        partners.connections().pause(BOB, connection).get();
        assertThat(flow.submit(lead.credential(next)).refusal()).contains(Refusal.NOT_AUTHENTICATED);
    }

    private static List<String> types(Submission submission) {
        return submission.events().stream()
                .map(Event::type)
                .map(Object::toString)
                .toList();
    }
}
