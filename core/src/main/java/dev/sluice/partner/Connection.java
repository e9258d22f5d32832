package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A connection as one of its sides sees it: nothing of the other side's secrets or flows.
 *
 * @param id what buyer steps name
 * @param partner the other account; empty while an invitation by address waits for its answer
 * @param invitedByUs whether this side asked
 * @param relation how this side sees the other
 * @param state how it is now
 * @param terms what is agreed
 * @param message what the inviting side wrote
 * @param invitedAt when the invitation was sent last
 * @param expiresAt when it expires, or expired, unless it is answered
 * @param endsAt when the connection ends by notice
 * @param flow the flow of this side that gets the partner's leads
 * @param proposed a change that waits for an answer
 */
public record Connection(
        String id,
        Optional<String> partner,
        boolean invitedByUs,
        Relation relation,
        ConnectionState state,
        Terms terms,
        String message,
        Instant invitedAt,
        Instant expiresAt,
        Optional<Instant> endsAt,
        Optional<String> flow,
        Optional<Proposed> proposed) {
    public Connection {
        requireNonNull(id, "id");
        requireNonNull(partner, "partner");
        requireNonNull(relation, "relation");
        requireNonNull(state, "state");
        requireNonNull(terms, "terms");
        requireNonNull(message, "message");
        requireNonNull(invitedAt, "invitedAt");
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(endsAt, "endsAt");
        requireNonNull(flow, "flow");
        requireNonNull(proposed, "proposed");
    }

    /**
     * A change of relation or terms that one side wants.
     *
     * @param byUs whether this side wants it; the other has to consent
     * @param relation how this side would see the other
     */
    public record Proposed(boolean byUs, Relation relation, Terms terms) {
        public Proposed {
            requireNonNull(relation, "relation");
            requireNonNull(terms, "terms");
        }
    }
}
