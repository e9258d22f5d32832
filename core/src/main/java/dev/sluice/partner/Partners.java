package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

import dev.sluice.Authentication;
import dev.sluice.Flow;
import dev.sluice.Ids;
import dev.sluice.Sluice;
import dev.sluice.SourceAuthenticator;
import dev.sluice.Time;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.store.Store;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that trade leads, by consent. Each account has its own {@link Sluice}; all share one store, in which accounts
 * and connections are kept too. Wire {@link #delivery} as {@code partner} and {@link #authenticator} into each of them,
 * then tell of the flows that take leads with {@link #serve}. Immutable but for what it serves; safe on any thread, and in
 * any number of processes that share the store.
 */
public final class Partners {
    /** The name under which {@link #delivery} is wired. */
    public static final String DELIVERY = "partner";

    private final Ledger ledger;
    private final Desk desk;
    private final Hosts hosts = new Hosts();
    private final Invitations invitations;
    private final Connections connections;
    private final String pass;
    private final Time time;

    private Partners(Builder builder) {
        RandomGenerator random = builder.random;
        this.time = builder.time;
        this.ledger = new Ledger(builder.store, time);
        Secrets secrets = new Secrets(random);
        this.pass = secrets.bits();
        this.desk = new Desk(ledger, builder.notifier, secrets);
        this.invitations =
                new Invitations(desk, builder.ids == null ? Ids.timeOrdered(time, random.nextLong()) : builder.ids);
        this.connections = new Connections(desk);
    }

    /** Starts with the machine's clock, ids and secrets of its own, and nobody who is told. */
    public static Builder over(Store store) {
        return new Builder(requireNonNull(store, "store"));
    }

    /** Opens an account; the host says who it is. */
    public Answer<Account> open(Account account) {
        return account.id().equals(Ledger.NETWORK)
                ? Answer.no(Refused.TAKEN)
                : ledger.account(
                        account.id(),
                        before -> before.account() == null ? Answer.of(account) : Answer.no(Refused.TAKEN));
    }

    /** Changes what an account may do, at once. */
    public Answer<Account> plan(String id, Plan plan) {
        return ledger.account(id, before -> {
            Account now = before.account();
            return now == null
                    ? Answer.no(Refused.NOT_FOUND)
                    : Answer.of(new Account(now.id(), now.name(), now.email(), plan));
        });
    }

    /** An account, for the host. */
    public Optional<Account> account(String id) {
        return ledger.account(id);
    }

    /** Asking and being asked. */
    public Invitations invitations() {
        return invitations;
    }

    /** What has come of it. */
    public Connections connections() {
        return connections;
    }

    /** What partners have to send. */
    public Documents documents() {
        return new Documents(desk, hosts);
    }

    /** Who may do what with what belongs to an account. */
    public Access access() {
        return new Access(ledger);
    }

    /** What buyer steps name: {@code "plugin": "partner", "config": {"connection": ..}}. */
    public DeliveryPlugin delivery() {
        return new BuyerDelivery(ledger, hosts, pass, time);
    }

    /** Lets partner accounts in by the keys of their connections, and nobody else. */
    public SourceAuthenticator authenticator() {
        return authenticator(attempt -> Authentication.REFUSED);
    }

    /** Lets partner accounts in by the keys of their connections; {@code others} judges all other sources. */
    public SourceAuthenticator authenticator(SourceAuthenticator others) {
        return new Gatekeeper(ledger, pass, requireNonNull(others, "others"));
    }

    /**
     * Says that an account is open here: what it is sent as a free account goes to its {@link Inbox}, and its invitations
     * and connections come to their end in time by {@link Sluice#runDue}.
     */
    public void serve(Sluice instance) {
        hosts.add(instance);
        instance.dueWork(Ledger.WORK, item -> ledger.settle(item.ref()));
    }

    /** Says that a flow of an account may be chosen for leads of partners. */
    public void serve(Sluice instance, Flow flow) {
        serve(instance);
        hosts.add(instance, flow);
    }

    /** Collects what the host brings. Not safe for several threads. */
    public static final class Builder {
        private final Store store;
        private Time time = Time.system();
        private @Nullable Ids ids;
        private RandomGenerator random = new SecureRandom();
        private Notifier notifier = Notifier.SILENT;

        private Builder(Store store) {
            this.store = store;
        }

        public Builder time(Time clock) {
            this.time = requireNonNull(clock, "clock");
            return this;
        }

        /** Where ids of connections come from; ordered by time by default. */
        public Builder ids(Ids generator) {
            this.ids = requireNonNull(generator, "generator");
            return this;
        }

        /** Where secrets come from; one that can be foretold is for tests only. */
        public Builder random(RandomGenerator generator) {
            this.random = requireNonNull(generator, "generator");
            return this;
        }

        /** Who tells accounts what concerns them; nobody by default. */
        public Builder notifier(Notifier teller) {
            this.notifier = requireNonNull(teller, "teller");
            return this;
        }

        public Partners build() {
            return new Partners(this);
        }
    }
}
