package dev.sluice.partner;

import dev.sluice.Sluice;
import dev.sluice.StillTime;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Accounts that share one store and one clock. */
final class Network {
    static final Actor ANN = Actor.owner("acct_ann", "ann");
    static final Actor BOB = Actor.owner("acct_bob", "bob");
    static final Actor EVE = Actor.owner("acct_eve", "eve");

    final StillTime time = new StillTime("2026-03-15T12:00:00Z");
    final Store store;
    final List<Notice> told = new ArrayList<>();
    final Partners partners;
    private int ids;

    Network() {
        this(MemoryStore.create());
    }

    Network(Store store) {
        this.store = store;
        this.partners = Partners.over(store)
                .time(time)
                .ids(prefix -> prefix + ++ids)
                .random(new Random(7))
                .notifier(told::add)
                .build();
        partners.open(new Account(ANN.account(), "Ann Solar", "ann@example.com", Plan.PAID));
        partners.open(new Account(BOB.account(), "Bob Roofs", "bob@example.com", Plan.PAID));
        partners.open(new Account(EVE.account(), "Eve Leads", "eve@example.com", Plan.FREE));
    }

    Sluice sluice(Actor of) {
        return Sluice.builder()
                .account(of.account())
                .store(store)
                .time(time)
                .delivery(Partners.DELIVERY, partners.delivery())
                .authenticator(partners.authenticator())
                .build();
    }

    /** The other gets leads of the asker. */
    String connected(Actor seller, Actor buyer) {
        return connected(seller, buyer, Relation.BUYER);
    }

    String connected(Actor asker, Actor asked, Relation relation) {
        String id = partners.invitations()
                .invite(asker, Invitation.account(asked.account(), relation))
                .get()
                .id();
        partners.invitations().accept(asked, id).get();
        return id;
    }

    /** A flow that sells every lead over a connection. */
    static FlowDefinition selling(String flow, String connection) {
        return FlowDefinition.builder(flow)
                .field("email", "email")
                .field("state", "state")
                .source("form")
                .step(RecipientStep.to("sell", Partners.DELIVERY)
                        .mappings(List.of(
                                MappingDefinition.of("email", "{{lead.email}}"),
                                MappingDefinition.of("state", "{{lead.state}}")))
                        .pricing(Pricing.named(null, null))
                        .config(Obj.EMPTY.with("connection", new Text(connection)))
                        .build())
                .build();
    }

    /** A flow that takes leads of one partner. */
    static FlowDefinition.Builder buying(String flow, String partner) {
        return FlowDefinition.builder(flow)
                .field("email", "email")
                .field("state", "state")
                .source(SourceDefinition.partner(partner));
    }
}
