package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is kept: all of it, for both sides. What one side may see is a {@link Connection}.
 *
 * @param inviter the account that asked
 * @param invited the account that was asked; null until an invitation by address is accepted
 * @param invitation what was asked
 * @param token opens the invitation for who holds it; null where none is needed
 * @param state the last that was recorded; time may have gone on: see {@link #stateAt}
 * @param relation how the inviter sees the other now
 * @param terms what is agreed now
 * @param askedAt when the invitation was sent last
 * @param pausedBy who paused it; null when nobody did
 * @param endsAt when it ends by notice; null for never
 * @param proposal a change that waits for the other side; null for none
 * @param flows which flow gets the leads of the other side, by the account that receives
 * @param keys the secrets of those who send
 */
record Bond(
        String id,
        long version,
        String inviter,
        @Nullable String invited,
        Invitation invitation,
        @Nullable Key token,
        ConnectionState state,
        Relation relation,
        Terms terms,
        Instant askedAt,
        @Nullable String pausedBy,
        @Nullable Instant endsAt,
        @Nullable Proposal proposal,
        Map<String, String> flows,
        List<Key> keys) {
    Bond {
        requireNonNull(id, "id");
        requireNonNull(inviter, "inviter");
        requireNonNull(invitation, "invitation");
        requireNonNull(state, "state");
        requireNonNull(relation, "relation");
        requireNonNull(terms, "terms");
        requireNonNull(askedAt, "askedAt");
        flows = Map.copyOf(flows);
        keys = List.copyOf(keys);
    }

    /**
     * A change that one side wants.
     *
     * @param by the account that wants it
     * @param relation how the inviter would see the other
     */
    record Proposal(String by, Relation relation, Terms terms) {
        Proposal {
            requireNonNull(by, "by");
            requireNonNull(relation, "relation");
            requireNonNull(terms, "terms");
        }

        Connection.Proposed view(Bond bond, String account) {
            Relation seen = account.equals(bond.inviter) ? relation : relation.fromTheOtherSide();
            return new Connection.Proposed(by.equals(account), seen, terms);
        }
    }

    static Bond asked(String id, String inviter, Invitation invitation, @Nullable Key token, Instant now) {
        return new Bond(
                id,
                0,
                inviter,
                invitation.account(),
                invitation,
                token,
                ConnectionState.PENDING,
                invitation.relation(),
                invitation.terms(),
                now,
                null,
                null,
                null,
                Map.of(),
                List.of());
    }

    Instant expiresAt() {
        return askedAt.plus(invitation.standsFor());
    }

    /** What it is at a moment: invitations expire, and notices come to their end, without anybody doing anything. */
    ConnectionState stateAt(Instant now) {
        if (state == ConnectionState.PENDING && !now.isBefore(expiresAt())) {
            return ConnectionState.EXPIRED;
        }
        boolean over = endsAt != null && !now.isBefore(endsAt);
        return over && isAgreed() ? ConnectionState.REVOKED : state;
    }

    private boolean isAgreed() {
        return state == ConnectionState.ACTIVE || state == ConnectionState.PAUSED;
    }

    /** When time alone changes it next; null for never. */
    @Nullable Instant nextTurn() {
        if (state == ConnectionState.PENDING) {
            return expiresAt();
        }
        return isAgreed() ? endsAt : null;
    }

    boolean isOpenAt(Instant now) {
        return switch (stateAt(now)) {
            case PENDING, ACTIVE, PAUSED -> true;
            case REVOKED, DECLINED, CANCELLED, EXPIRED -> false;
        };
    }

    boolean joins(String account) {
        return account.equals(inviter) || account.equals(invited);
    }

    boolean joins(String one, String other) {
        return !one.equals(other) && joins(one) && joins(other);
    }

    /** The side that {@code account} is not; empty while nobody has accepted an invitation by address. */
    Optional<String> other(String account) {
        return account.equals(inviter) ? Optional.ofNullable(invited) : Optional.of(inviter);
    }

    /** How {@code account} sees the other. */
    Relation seenBy(String account) {
        return account.equals(inviter) ? relation : relation.fromTheOtherSide();
    }

    /** The relation as the inviter sees it, of one that {@code account} sees. */
    Relation asInviter(String account, Relation seen) {
        return account.equals(inviter) ? seen : seen.fromTheOtherSide();
    }

    /** Whether {@code account} may send leads to the other. */
    boolean maySend(String account) {
        return joins(account) && seenBy(account).otherReceives();
    }

    Optional<String> flowOf(String receiver) {
        return Optional.ofNullable(flows.get(receiver));
    }

    /** The key of {@code holder} that fits, whether it is over or not. */
    Optional<Key> key(String holder, String secret) {
        return keys.stream()
                .filter(key -> key.holder().equals(holder) & key.fits(secret))
                .reduce((older, newer) -> newer);
    }

    /** Over, one way or the other: its secrets open nothing any more. */
    Bond closed(ConnectionState how) {
        Next next = new Next(this);
        next.state = how;
        next.pausedBy = null;
        next.token = null;
        next.keys = List.of();
        return next.made();
    }

    Bond paused(String by) {
        Next next = new Next(this);
        next.state = ConnectionState.PAUSED;
        next.pausedBy = by;
        return next.made();
    }

    Bond resumed() {
        Next next = new Next(this);
        next.state = ConnectionState.ACTIVE;
        next.pausedBy = null;
        return next.made();
    }

    Bond accepted(String by) {
        Next next = new Next(this).fresh();
        next.invited = by;
        next.token = null;
        next.state = ConnectionState.ACTIVE;
        return next.made();
    }

    Bond askedAgain(@Nullable Key opener, Instant now) {
        Next next = new Next(this).fresh();
        next.token = opener;
        next.state = ConnectionState.PENDING;
        next.askedAt = now;
        return next.made();
    }

    Bond proposed(@Nullable Proposal change) {
        Next next = new Next(this);
        next.proposal = change;
        return next.made();
    }

    Bond changed(Proposal agreed) {
        Next next = new Next(this);
        next.relation = agreed.relation();
        next.terms = agreed.terms();
        next.proposal = null;
        return next.made();
    }

    Bond ending(Instant moment) {
        Next next = new Next(this);
        next.endsAt = moment;
        return next.made();
    }

    Bond receiving(String account, String flow) {
        Next next = new Next(this);
        next.flows = new HashMap<>(flows);
        next.flows.put(account, flow);
        return next.made();
    }

    /** {@code fresh} beside the keys that its holder had, which end at {@code oldUntil}; those that are over are forgotten. */
    Bond issued(Key fresh, Instant oldUntil) {
        Stream<Key> before = keys.stream()
                .filter(key -> !key.isOver(fresh.issuedAt()))
                .map(key -> key.holder().equals(fresh.holder()) ? key.until(oldUntil) : key)
                .filter(key -> !key.isOver(fresh.issuedAt()));
        return withKeys(Stream.concat(before, Stream.of(fresh)).toList());
    }

    /** Another way to open a document of a flow, for whoever holds its secret. */
    Bond linked(Key link) {
        return withKeys(Stream.concat(keys.stream(), Stream.of(link)).toList());
    }

    /** Without the links to documents that {@code account} gave out. */
    Bond unlinked(String account) {
        return withKeys(keys.stream()
                .filter(key -> !key.holder().startsWith(Links.of(account)))
                .toList());
    }

    private Bond withKeys(List<Key> all) {
        Next next = new Next(this);
        next.keys = all;
        return next.made();
    }

    /** The next version of a bond, until it is made. */
    private static final class Next {
        private final Bond before;
        private @Nullable String invited;
        private @Nullable Key token;
        private ConnectionState state;
        private Relation relation;
        private Terms terms;
        private Instant askedAt;
        private @Nullable String pausedBy;
        private @Nullable Instant endsAt;
        private @Nullable Proposal proposal;
        private Map<String, String> flows;
        private List<Key> keys;

        Next(Bond before) {
            this.before = before;
            this.invited = before.invited;
            this.token = before.token;
            this.state = before.state;
            this.relation = before.relation;
            this.terms = before.terms;
            this.askedAt = before.askedAt;
            this.pausedBy = before.pausedBy;
            this.endsAt = before.endsAt;
            this.proposal = before.proposal;
            this.flows = before.flows;
            this.keys = before.keys;
        }

        /** Nobody has paused it, given notice or wants a change. */
        Next fresh() {
            pausedBy = null;
            endsAt = null;
            proposal = null;
            return this;
        }

        Bond made() {
            return new Bond(
                    before.id,
                    before.version + 1,
                    before.inviter,
                    invited,
                    before.invitation,
                    token,
                    state,
                    relation,
                    terms,
                    askedAt,
                    pausedBy,
                    endsAt,
                    proposal,
                    flows,
                    keys);
        }
    }

    /** What one side may see of it. */
    Connection view(String account, Instant now) {
        return new Connection(
                id,
                other(account),
                account.equals(inviter),
                seenBy(account),
                stateAt(now),
                terms,
                invitation.message(),
                askedAt,
                expiresAt(),
                Optional.ofNullable(endsAt),
                flowOf(account),
                Optional.ofNullable(proposal).map(change -> change.view(this, account)));
    }
}
