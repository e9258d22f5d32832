package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
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

    private Bond with(ConnectionState next, @Nullable String paused) {
        return new Bond(
                id,
                version + 1,
                inviter,
                invited,
                invitation,
                token,
                next,
                relation,
                terms,
                askedAt,
                paused,
                endsAt,
                proposal,
                flows,
                keys);
    }

    /** Over, one way or the other: its secrets open nothing any more. */
    Bond closed(ConnectionState how) {
        return with(how, null).withKeys(null, List.of());
    }

    Bond paused(String by) {
        return with(ConnectionState.PAUSED, by);
    }

    Bond resumed() {
        return with(ConnectionState.ACTIVE, null);
    }

    Bond accepted(String by) {
        return new Bond(
                id,
                version + 1,
                inviter,
                by,
                invitation,
                null,
                ConnectionState.ACTIVE,
                relation,
                terms,
                askedAt,
                null,
                null,
                null,
                flows,
                keys);
    }

    Bond askedAgain(@Nullable Key fresh, Instant now) {
        return new Bond(
                id,
                version + 1,
                inviter,
                invited,
                invitation,
                fresh,
                ConnectionState.PENDING,
                relation,
                terms,
                now,
                null,
                null,
                null,
                flows,
                keys);
    }

    Bond proposed(@Nullable Proposal change) {
        return new Bond(
                id,
                version + 1,
                inviter,
                invited,
                invitation,
                token,
                state,
                relation,
                terms,
                askedAt,
                pausedBy,
                endsAt,
                change,
                flows,
                keys);
    }

    Bond changed(Proposal agreed) {
        return new Bond(
                id,
                version + 1,
                inviter,
                invited,
                invitation,
                token,
                state,
                agreed.relation(),
                agreed.terms(),
                askedAt,
                pausedBy,
                endsAt,
                null,
                flows,
                keys);
    }

    Bond ending(Instant moment) {
        return new Bond(
                id,
                version + 1,
                inviter,
                invited,
                invitation,
                token,
                state,
                relation,
                terms,
                askedAt,
                pausedBy,
                moment,
                proposal,
                flows,
                keys);
    }

    Bond receiving(String account, String flow) {
        Map<String, String> more = new HashMap<>(flows);
        more.put(account, flow);
        return new Bond(
                id,
                version + 1,
                inviter,
                invited,
                invitation,
                token,
                state,
                relation,
                terms,
                askedAt,
                pausedBy,
                endsAt,
                proposal,
                more,
                keys);
    }

    /** {@code fresh} beside the keys that its holder had, which end at {@code oldUntil}; those that are over are forgotten. */
    Bond issued(Key fresh, Instant oldUntil) {
        Stream<Key> before = keys.stream()
                .filter(key -> !key.isOver(fresh.issuedAt()))
                .map(key -> key.holder().equals(fresh.holder()) ? key.until(oldUntil) : key)
                .filter(key -> !key.isOver(fresh.issuedAt()));
        List<Key> all = new ArrayList<>(before.toList());
        all.add(fresh);
        return withKeys(token, all).counted();
    }

    /** Another way to open a document of a flow, for whoever holds its secret. */
    Bond linked(Key link) {
        List<Key> all = new ArrayList<>(keys);
        all.add(link);
        return withKeys(token, all).counted();
    }

    /** Without the links to documents that {@code account} gave out. */
    Bond unlinked(String account) {
        return withKeys(
                        token,
                        keys.stream()
                                .filter(key -> !key.holder().startsWith(Links.of(account)))
                                .toList())
                .counted();
    }

    private Bond withKeys(@Nullable Key opener, List<Key> all) {
        return new Bond(
                id,
                version,
                inviter,
                invited,
                invitation,
                opener,
                state,
                relation,
                terms,
                askedAt,
                pausedBy,
                endsAt,
                proposal,
                flows,
                all);
    }

    private Bond counted() {
        return with(state, pausedBy);
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
