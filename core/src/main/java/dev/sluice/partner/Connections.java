package dev.sluice.partner;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.Entity;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.SourceDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Connections over their life: looked at, paused, changed by consent, ended. Safe on any thread and over processes. */
public final class Connections {
    private final Desk desk;

    Connections(Desk desk) {
        this.desk = desk;
    }

    /** All connections of the asker's account and invitations of it, the first first. */
    public List<Connection> all(Actor who) {
        Instant now = desk.now();
        return desk.ledger().bonds(who.account()).stream()
                .map(bond -> bond.view(who.account(), now))
                .toList();
    }

    /** One of them. */
    public Answer<Connection> get(Actor who, String id) {
        return desk.bond(who, id).then(bond -> Answer.of(bond.view(who.account(), desk.now())));
    }

    /** Agreed connections over which nothing has passed for {@code time}, to be looked at. */
    public List<Connection> unusedFor(Actor who, Duration time) {
        Instant before = desk.now().minus(time);
        return all(who).stream()
                .filter(connection ->
                        connection.state() == ConnectionState.ACTIVE || connection.state() == ConnectionState.PAUSED)
                .filter(connection -> isUnusedSince(connection, before))
                .toList();
    }

    private boolean isUnusedSince(Connection connection, Instant moment) {
        return connection.invitedAt().isBefore(moment)
                && desk.ledger().diary(connection.id()).sent().values().stream()
                        .allMatch(usage -> usage.last().orElse(Instant.MIN).isBefore(moment));
    }

    /** Leads that the asker's account has sent. */
    public Answer<Usage> sent(Actor who, String id) {
        return desk.bond(who, id).then(bond -> Answer.of(desk.ledger().diary(id).of(who.account())));
    }

    /** Leads that the asker's account was sent. */
    public Answer<Usage> received(Actor who, String id) {
        return desk.bond(who, id)
                .then(bond -> Answer.of(bond.other(who.account())
                        .map(other -> desk.ledger().diary(id).of(other))
                        .orElse(Usage.NONE)));
    }

    /**
     * Why the partner is not a source of a flow of the asker's account, and what to do; empty when leads may come.
     *
     * @param flow the definition that the flow has now
     */
    public Answer<List<String>> diagnose(Actor who, String id, FlowDefinition flow) {
        return desk.bond(who, id).then(bond -> Answer.of(new Diagnosis(bond, who.account(), desk.now()).of(flow)));
    }

    /**
     * Partners who may be sources of the asker's flows, as sources to add: whoever is connected, and may send. Those who are
     * asked and have not answered are among them; their leads are refused until they do.
     */
    public List<SourceDefinition> sources(Actor who) {
        Instant now = desk.now();
        return desk.ledger().bonds(who.account()).stream()
                .filter(bond -> bond.isOpenAt(now))
                .flatMap(bond -> bond.other(who.account()).filter(bond::maySend).stream())
                .map(partner -> SourceDefinition.builder(partner)
                        .account(partner)
                        .entity(new Entity(
                                partner,
                                desk.ledger()
                                        .account(partner)
                                        .map(Account::name)
                                        .orElse(partner)))
                        .build())
                .toList();
    }

    /** Everything that was done with it and over it, in order. */
    public Answer<List<Event>> audit(Actor who, String id) {
        return desk.bond(who, id).then(bond -> Answer.of(desk.ledger().events(id)));
    }

    /** What was refused to the asker's account, in order: what he named, and why. */
    public List<Event> refusals(Actor who) {
        return desk.ledger().refusals(who);
    }

    /** Stops it for a while; the side that did so lets it go on. */
    public Answer<Connection> pause(Actor who, String id) {
        return changed(
                who,
                id,
                Notice.Kind.PAUSED,
                in(
                        ConnectionState.ACTIVE,
                        bond -> Answer.of(Move.to(bond.paused(who.account()), EventType.CONNECTION_PAUSED))));
    }

    /** Lets it go on. */
    public Answer<Connection> resume(Actor who, String id) {
        return changed(
                who,
                id,
                Notice.Kind.RESUMED,
                in(
                        ConnectionState.PAUSED,
                        bond -> who.account().equals(bond.pausedBy())
                                ? Answer.of(Move.to(bond.resumed(), EventType.CONNECTION_RESUMED))
                                : Answer.no(Refused.FORBIDDEN)));
    }

    /** Ends it now and for good: nothing passes from the moment at which this returns. */
    public Answer<Connection> revoke(Actor who, String id) {
        return changed(
                who,
                id,
                Notice.Kind.REVOKED,
                agreed(bond -> Answer.of(Move.to(bond.closed(ConnectionState.REVOKED), EventType.CONNECTION_REVOKED))));
    }

    /** Ends it at a moment that lies ahead. */
    public Answer<Connection> endOn(Actor who, String id, Instant moment) {
        return changed(
                who,
                id,
                Notice.Kind.ENDING,
                agreed(bond -> moment.isAfter(desk.now())
                        ? Answer.of(Move.to(bond.ending(moment), EventType.CONNECTION_ENDING)
                                .saying("ends_at", moment.toString()))
                        : Answer.no(Refused.NOT_NOW)));
    }

    /**
     * Asks the other side for another relation or other terms; both stay as they are until it consents.
     *
     * @param relation how the asking side would see the other
     */
    public Answer<Connection> propose(Actor who, String id, Relation relation, Terms terms) {
        return changed(who, id, Notice.Kind.CHANGE_PROPOSED, agreed(bond -> {
            Bond.Proposal change = new Bond.Proposal(who.account(), bond.asInviter(who.account(), relation), terms);
            return Answer.of(Move.to(bond.proposed(change), EventType.CONNECTION_CHANGE_PROPOSED)
                    .saying("relation", change.relation().text()));
        }));
    }

    /** Agrees to what the other side has proposed. */
    public Answer<Connection> consent(Actor who, String id) {
        return changed(who, id, Notice.Kind.CHANGED, agreed(bond -> {
            Bond.Proposal change = bond.proposal();
            if (change == null) {
                return Answer.no(Refused.NOT_NOW);
            }
            return change.by().equals(who.account())
                    ? Answer.no(Refused.FORBIDDEN)
                    : Answer.of(Move.to(bond.changed(change), EventType.CONNECTION_CHANGED)
                            .saying("relation", change.relation().text()));
        }));
    }

    /**
     * Says which flow of the asker's account gets the partner's leads. For paid accounts; those of free accounts go to
     * {@link Inbox}.
     */
    public Answer<Connection> receiveInto(Actor who, String id, String flow) {
        boolean free = desk.ledger()
                .account(who.account())
                .filter(account -> account.plan() == Plan.PAID)
                .isEmpty();
        return desk.change(
                who,
                id,
                bond -> free
                        ? Answer.no(Refused.PLAN)
                        : Answer.of(Move.to(bond.receiving(who.account(), flow), EventType.CONNECTION_FLOW_ASSIGNED)
                                .saying("flow", flow)));
    }

    /**
     * Makes a new secret by which the asker's account proves itself when it submits leads from outside. It is told once
     * and kept as a hash.
     *
     * @param oldFor how long the secrets before it are still good; zero to end them now
     */
    public Answer<String> issueKey(Actor who, String id, Duration oldFor) {
        Instant now = desk.now();
        String secret = desk.secrets().of(id);
        Answer<Connection> issued = desk.change(
                who,
                id,
                in(
                        ConnectionState.ACTIVE,
                        bond -> bond.maySend(who.account())
                                ? Answer.of(Move.to(
                                        bond.issued(
                                                new Key(who.account(), Key.hash(secret), now, null), now.plus(oldFor)),
                                        EventType.CONNECTION_KEY_ISSUED))
                                : Answer.no(Refused.FORBIDDEN)));
        return issued.then(connection -> Answer.of(secret));
    }

    private Answer<Connection> changed(Actor who, String id, Notice.Kind kind, Function<Bond, Answer<Move>> decide) {
        Answer<Connection> answer = desk.change(who, id, decide);
        if (answer.refused().isEmpty()) {
            desk.ledger().bond(id).ifPresent(bond -> desk.tell(bond, who.account(), kind));
        }
        return answer;
    }

    private Function<Bond, Answer<Move>> in(ConnectionState state, Function<Bond, Answer<Move>> decide) {
        return bond -> bond.stateAt(desk.now()) == state ? decide.apply(bond) : Answer.no(Refused.NOT_NOW);
    }

    private Function<Bond, Answer<Move>> agreed(Function<Bond, Answer<Move>> decide) {
        return bond -> switch (bond.stateAt(desk.now())) {
            case ACTIVE, PAUSED -> decide.apply(bond);
            case PENDING, REVOKED, DECLINED, CANCELLED, EXPIRED -> Answer.no(Refused.NOT_NOW);
        };
    }
}
