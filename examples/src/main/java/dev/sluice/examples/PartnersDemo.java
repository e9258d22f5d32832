package dev.sluice.examples;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.partner.Account;
import dev.sluice.partner.Actor;
import dev.sluice.partner.Invitation;
import dev.sluice.partner.Partners;
import dev.sluice.partner.Plan;
import dev.sluice.partner.Relation;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.io.PrintStream;
import java.util.List;

/** Two accounts in one process trade leads both ways, until one of them has had enough. */
public final class PartnersDemo {
    private static final Actor SOLAR = Actor.owner("acct_solar", "sol");
    private static final Actor ROOFS = Actor.owner("acct_roofs", "ray");

    private final Store store = MemoryStore.create();
    private final Partners partners = Partners.over(store).build();
    private final PrintStream out;

    private PartnersDemo(PrintStream out) {
        this.out = out;
    }

    /** Prints what happens. */
    public static void main(String[] args) {
        new PartnersDemo(System.out).run();
    }

    /** Tells {@code out} what happens. */
    static void run(PrintStream out) {
        new PartnersDemo(out).run();
    }

    private void run() {
        partners.open(new Account(SOLAR.account(), "Solar Ltd", "sol@example.com", Plan.PAID));
        partners.open(new Account(ROOFS.account(), "Roofs Ltd", "ray@example.com", Plan.PAID));
        String connection = partners.invitations()
                .invite(SOLAR, Invitation.account(ROOFS.account(), Relation.BOTH))
                .get()
                .id();
        Flow solar = open(SOLAR, ROOFS, connection, "solar", "12.50");
        Flow roofs = open(ROOFS, SOLAR, connection, "roofs", "8.00");

        sell("solar, before anybody said yes", solar, "form");
        partners.invitations().accept(ROOFS, connection).get();
        partners.connections().receiveInto(SOLAR, connection, "solar-buys").get();
        partners.connections().receiveInto(ROOFS, connection, "roofs-buys").get();
        sell("solar sells to roofs", solar, "form");
        sell("roofs sells to solar", roofs, "form");
        partners.connections().revoke(ROOFS, connection).get();
        sell("solar, after roofs has ended it", solar, "form");

        partners.connections()
                .audit(SOLAR, connection)
                .get()
                .forEach(event -> out.println(event.seq() + " " + event.type() + " by "
                        + event.facts().get("account").text()));
    }

    private void sell(String what, Flow flow, String source) {
        Submission answer =
                flow.submit(Lead.from(source).with("email", "jo@example.com").with("state", "Texas"));
        out.println(what + ": " + answer.deliveries() + ", " + answer.revenue().toPlainString());
    }

    /** One account's instance with a flow that sells over the connection, and one that buys. */
    private Flow open(Actor owner, Actor partner, String connection, String id, String price) {
        Sluice sluice = Sluice.builder()
                .account(owner.account())
                .store(store)
                .delivery(Partners.DELIVERY, partners.delivery())
                .authenticator(partners.authenticator())
                .build();
        FlowDefinition buying = FlowDefinition.builder(id + "-buys")
                .field("email", "email")
                .field("state", "state")
                .source(SourceDefinition.partner(partner.account()).pricing(Pricing.fixed(price)))
                .build();
        partners.serve(sluice, sluice.open(buying));
        return sluice.open(FlowDefinition.builder(id)
                .field("email", "email")
                .field("state", "state")
                .source("form")
                .step(RecipientStep.to("partner", Partners.DELIVERY)
                        .config(Obj.EMPTY.with("connection", new Text(connection)))
                        .mappings(List.of(
                                MappingDefinition.of("email", "{{lead.email}}"),
                                MappingDefinition.of("state", "{{lead.state}}")))
                        .pricing(Pricing.named(null, null))
                        .build())
                .build());
    }
}
