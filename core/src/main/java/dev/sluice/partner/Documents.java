package dev.sluice.partner;

import dev.sluice.Flow;
import dev.sluice.event.EventType;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a partner has to send, told to the partner: for each flow that has it as a source, and for those flows only. Each
 * reading stands in the connection's audit log. Made anew each time, so it says what the flow is now.
 */
public final class Documents {
    private static final Actor LINK = new Actor("", "link", UserRole.READER);

    private final Desk desk;
    private final Hosts hosts;

    Documents(Desk desk, Hosts hosts) {
        this.desk = desk;
        this.hosts = hosts;
    }

    /**
     * The document of a partner's flow, for somebody who may send leads there.
     *
     * @param flow one that is served in this process
     */
    public Answer<SubmissionDocument> get(Actor who, String connection, String flow) {
        return desk.bond(who, connection).then(bond -> {
            Optional<SubmissionDocument> document =
                    bond.other(who.account()).flatMap(owner -> document(bond, owner, who.account(), flow));
            document.ifPresent(read -> note(bond, who, flow));
            return document.map(Answer::of).orElse(Answer.no(Refused.NOT_FOUND));
        });
    }

    private Optional<SubmissionDocument> document(Bond bond, String owner, String sender, String flow) {
        if (bond.stateAt(desk.now()) != ConnectionState.ACTIVE || !bond.maySend(sender)) {
            return Optional.empty();
        }
        Optional<Flow> open = hosts.flow(owner, flow);
        return open.flatMap(
                found -> Hosts.source(found, sender).map(source -> SubmissionDocument.of(found.definition(), source)));
    }

    private void note(Bond bond, Actor who, String flow) {
        desk.ledger()
                .note(
                        bond.id(),
                        who,
                        EventType.CONNECTION_DOCUMENT_READ,
                        Obj.EMPTY.with("flow", new Text(flow)),
                        UnaryOperator.identity());
    }

    /**
     * A secret that opens the document of a flow of one's own for whoever holds it, without an account: to be put into an
     * address. It is told once and kept as a hash.
     *
     * @param time how long it is good for
     */
    public Answer<String> link(Actor who, String connection, String flow, Duration time) {
        Instant now = desk.now();
        String secret = desk.secrets().of(connection);
        Key key = new Key(Links.of(who.account(), flow), Key.hash(secret), now, now.plus(time));
        return desk.change(
                        who,
                        connection,
                        bond -> bond.stateAt(now) == ConnectionState.ACTIVE
                                ? Answer.of(Move.to(bond.linked(key), EventType.CONNECTION_KEY_ISSUED)
                                        .saying("flow", flow))
                                : Answer.no(Refused.NOT_NOW))
                .then(done -> Answer.of(secret));
    }

    /** Ends all links of the asker's account over a connection. */
    public Answer<Connection> revokeLinks(Actor who, String connection) {
        return desk.change(
                who,
                connection,
                bond -> Answer.of(Move.to(bond.unlinked(who.account()), EventType.CONNECTION_CHANGED)
                        .saying("links", "revoked")));
    }

    /** The document that a link opens. */
    public Answer<SubmissionDocument> open(String secret) {
        Optional<Bond> bond = Secrets.connection(secret).flatMap(desk.ledger()::bond);
        Optional<SubmissionDocument> document = bond.flatMap(known -> opened(known, secret));
        return document.map(Answer::of).orElse(Answer.no(Refused.NOT_FOUND));
    }

    private Optional<SubmissionDocument> opened(Bond bond, String secret) {
        List<String> sides = Stream.of(bond.inviter(), bond.invited())
                .filter(Objects::nonNull)
                .toList();
        for (String owner : sides) {
            Optional<String> flow = bond.keys().stream()
                    .filter(key -> key.fits(secret) && !key.isOver(desk.now()))
                    .flatMap(key -> Links.flow(key, owner).stream())
                    .findFirst();
            if (flow.isPresent()) {
                return bond.other(owner)
                        .flatMap(sender -> document(bond, owner, sender, flow.get()))
                        .map(found -> {
                            note(bond, LINK, flow.get());
                            return found;
                        });
            }
        }
        return Optional.empty();
    }
}
