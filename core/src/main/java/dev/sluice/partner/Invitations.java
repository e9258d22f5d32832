package dev.sluice.partner;

import dev.sluice.Ids;
import dev.sluice.event.EventType;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asking and being asked. A connection is there from the moment of asking, so that it may stand in flows; until it is
 * accepted nothing passes. Safe on any thread and over processes: of an acceptance and a cancellation that race, one
 * happens.
 */
public final class Invitations {
    private final Desk desk;
    private final Ids ids;

    Invitations(Desk desk, Ids ids) {
        this.desk = desk;
        this.ids = ids;
    }

    /**
     * Asks another account, or somebody by address. An account that does not exist is asked like one that does: the answer
     * does not tell.
     */
    public Answer<Connection> invite(Actor who, Invitation invitation) {
        if (who.role() != UserRole.OWNER) {
            return Answer.no(Refused.FORBIDDEN);
        }
        if (desk.ledger().account(who.account()).isEmpty() || who.account().equals(invitation.account())) {
            return Answer.no(Refused.NOT_FOUND);
        }
        if (isOpen(who.account(), invitation)) {
            return Answer.no(Refused.ALREADY_CONNECTED);
        }
        String id = ids.next("conn_");
        Instant now = desk.now();
        String secret = invitation.email() == null ? null : desk.secrets().of(id);
        Bond bond = desk.ledger()
                .begin(
                        Bond.asked(id, who.account(), invitation, token(secret, now), now),
                        who,
                        EventType.CONNECTION_INVITED,
                        facts(invitation));
        desk.tell(notice(bond, secret));
        return Answer.of(bond.view(who.account(), now));
    }

    private boolean isOpen(String account, Invitation invitation) {
        Instant now = desk.now();
        return desk.ledger().bonds(account).stream()
                .filter(bond -> bond.isOpenAt(now))
                .anyMatch(bond -> isSame(bond, account, invitation));
    }

    private static boolean isSame(Bond bond, String account, Invitation invitation) {
        String other = invitation.account();
        String email = invitation.email();
        return other != null
                ? bond.joins(account, other)
                : email != null && email.equalsIgnoreCase(bond.invitation().email());
    }

    private static @Nullable Key token(@Nullable String secret, Instant now) {
        return secret == null ? null : new Key("", Key.hash(secret), now, null);
    }

    private static Obj facts(Invitation invitation) {
        return Obj.EMPTY
                .with("relation", new Text(invitation.relation().text()))
                .with("stands_for", new Text(invitation.standsFor().toString()));
    }

    private Notice notice(Bond bond, @Nullable String secret) {
        Invitation invitation = bond.invitation();
        Optional<String> email = Optional.ofNullable(invitation.email()).or(() -> bond.other(bond.inviter())
                .flatMap(desk.ledger()::account)
                .map(Account::email));
        return new Notice(
                Notice.Kind.INVITED,
                bond.id(),
                bond.inviter(),
                Optional.ofNullable(bond.invited()),
                email,
                invitation.message(),
                secret,
                bond.expiresAt());
    }

    /** Sends an invitation that nobody has answered once more, with all of its time, expired or not. */
    public Answer<Connection> resend(Actor who, String connection) {
        Answer<Bond> known = desk.bond(who, connection);
        Instant now = desk.now();
        String secret = known.refused().isEmpty() && known.get().invitation().email() != null
                ? desk.secrets().of(connection)
                : null;
        Answer<Connection> answer = desk.change(who, connection, bond -> {
            if (!bond.inviter().equals(who.account())) {
                return Answer.no(Refused.FORBIDDEN);
            }
            return bond.state() == ConnectionState.PENDING || bond.state() == ConnectionState.EXPIRED
                    ? Answer.of(Move.to(bond.askedAgain(token(secret, now), now), EventType.CONNECTION_INVITED)
                            .saying("again", "true"))
                    : Answer.no(Refused.ALREADY_ANSWERED);
        });
        if (answer.refused().isEmpty()) {
            desk.ledger().bond(connection).ifPresent(bond -> desk.tell(notice(bond, secret)));
        }
        return answer;
    }

    /** Accepts what the own account was asked by its id. */
    public Answer<Connection> accept(Actor who, String connection) {
        if (desk.ledger().account(who.account()).isEmpty()) {
            return Answer.no(Refused.NOT_FOUND);
        }
        return answered(who, connection, bond -> invited(bond, who.account()).then(asked -> accepted(asked, who)));
    }

    /**
     * Accepts what somebody was asked by address, for an account that has the invited name and address.
     *
     * @param token what the invitation came with
     */
    public Answer<Connection> acceptToken(Actor who, String token) {
        Optional<Account> account = desk.ledger().account(who.account());
        if (account.isEmpty() || who.role() != UserRole.OWNER) {
            return Answer.no(account.isEmpty() ? Refused.NOT_FOUND : Refused.FORBIDDEN);
        }
        return opened(who, token, bond -> {
            Invitation asked = bond.invitation();
            boolean fits = asked.email() != null
                    && asked.name() != null
                    && account.get().answersTo(asked.name(), asked.email())
                    && !bond.inviter().equals(who.account());
            return fits ? accepted(bond, who) : Answer.no(Refused.MISMATCH);
        });
    }

    /**
     * Opens a free account of the invited name and address, and accepts for it.
     *
     * @param token what the invitation came with
     * @param accountId the id of the new account
     * @param user who acts, its first owner
     */
    public Answer<Connection> join(String token, String accountId, String user) {
        Actor who = Actor.owner(accountId, user);
        Answer<Account> account = Secrets.connection(token)
                .flatMap(desk.ledger()::bond)
                .filter(bond -> bond.token() != null && bond.token().fits(token))
                .map(bond -> pending(bond).then(open -> begun(accountId, open.invitation())))
                .orElse(Answer.no(Refused.NOT_FOUND));
        return account.then(made -> acceptToken(who, token));
    }

    private Answer<Account> begun(String id, Invitation asked) {
        if (asked.name() == null || asked.email() == null || id.equals(Ledger.NETWORK)) {
            return Answer.no(Refused.NOT_FOUND);
        }
        Account account = new Account(id, asked.name(), asked.email(), Plan.FREE);
        return desk.ledger()
                .account(id, before -> before.account() == null ? Answer.of(account) : Answer.no(Refused.TAKEN));
    }

    /** Says no to what the own account was asked by its id. */
    public Answer<Connection> decline(Actor who, String connection) {
        return answered(who, connection, bond -> invited(bond, who.account())
                .then(this::pending)
                .then(Invitations::declined));
    }

    /** Says no to what came with a token, for whoever holds it. */
    public Answer<Connection> declineToken(Actor who, String token) {
        return opened(who, token, bond -> pending(bond).then(Invitations::declined));
    }

    private static Answer<Move> declined(Bond bond) {
        return Answer.of(Move.to(bond.closed(ConnectionState.DECLINED), EventType.CONNECTION_DECLINED));
    }

    /** Takes an invitation back that nobody has answered. */
    public Answer<Connection> cancel(Actor who, String connection) {
        return answered(
                who,
                connection,
                bond -> bond.inviter().equals(who.account())
                        ? pending(bond)
                                .then(open -> Answer.of(Move.to(
                                        open.closed(ConnectionState.CANCELLED), EventType.CONNECTION_CANCELLED)))
                        : Answer.no(Refused.FORBIDDEN));
    }

    private Answer<Bond> pending(Bond bond) {
        return switch (bond.stateAt(desk.now())) {
            case PENDING -> Answer.of(bond);
            case EXPIRED -> Answer.no(Refused.EXPIRED);
            case ACTIVE, PAUSED, REVOKED, DECLINED, CANCELLED -> Answer.no(Refused.ALREADY_ANSWERED);
        };
    }

    /** The invited side only: the inviting one cannot say yes for it. */
    private static Answer<Bond> invited(Bond bond, String account) {
        return account.equals(bond.invited()) ? Answer.of(bond) : Answer.no(Refused.FORBIDDEN);
    }

    private Answer<Move> accepted(Bond bond, Actor who) {
        return pending(bond)
                .then(open -> Answer.of(Move.to(open.accepted(who.account()), EventType.CONNECTION_ACCEPTED)
                        .saying("relation", open.relation().text())));
    }

    private Answer<Connection> answered(Actor who, String connection, Function<Bond, Answer<Move>> decide) {
        return told(who, connection, desk.change(who, connection, decide));
    }

    /** Whoever holds a token may know of the connection; who does not learns nothing. */
    private Answer<Connection> opened(Actor who, String token, Function<Bond, Answer<Move>> decide) {
        Optional<String> connection = Secrets.connection(token);
        if (connection.isEmpty()) {
            return Answer.no(Refused.NOT_FOUND);
        }
        Answer<Bond> changed = desk.ledger().change(connection.get(), who, bond -> {
            Key key = bond.token();
            return key == null || !key.fits(token) ? Answer.no(Refused.NOT_FOUND) : decide.apply(bond);
        });
        return told(who, connection.get(), desk.audited(who, connection.get(), changed));
    }

    private Answer<Connection> told(Actor who, String connection, Answer<Connection> answer) {
        if (answer.refused().isEmpty()) {
            desk.ledger().bond(connection).ifPresent(bond -> desk.tell(bond, who.account(), kind(bond.state())));
        }
        return answer;
    }

    private static Notice.Kind kind(ConnectionState state) {
        return switch (state) {
            case DECLINED -> Notice.Kind.DECLINED;
            case CANCELLED -> Notice.Kind.CANCELLED;
            case PENDING, ACTIVE, PAUSED, REVOKED, EXPIRED -> Notice.Kind.ACCEPTED;
        };
    }
}
