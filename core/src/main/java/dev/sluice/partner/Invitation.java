package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one account asks of another: whom, in which relation, and for how long the question stands. Immutable; start with
 * {@link #account} or {@link #email}.
 *
 * @param account the invited account; null when it is invited by its address
 * @param name the invited name; an account that has another cannot accept
 * @param email where the invitation goes; null when the account is invited by its id
 * @param relation how the inviting side sees the other
 * @param message for the person who reads it
 * @param flow the flow of the inviting side that it is about; null for none
 * @param terms what is proposed
 * @param standsFor how long it may be accepted; 7 days by default
 */
public record Invitation(
        @Nullable String account,
        @Nullable String name,
        @Nullable String email,
        Relation relation,
        String message,
        @Nullable String flow,
        Terms terms,
        Duration standsFor) {
    public static final Duration DEFAULT_TIME = Duration.ofDays(7);

    public Invitation {
        requireNonNull(relation, "relation");
        requireNonNull(message, "message");
        requireNonNull(terms, "terms");
        if (standsFor.isNegative() || standsFor.isZero()) {
            throw new IllegalArgumentException("an invitation stands for some time, not for " + standsFor);
        }
        if ((account == null) == (email == null)) {
            throw new IllegalArgumentException("an invitation goes to an account or to an e-mail address");
        }
        if (email != null && (name == null || name.isBlank())) {
            throw new IllegalArgumentException("an invitation by e-mail names whom it means");
        }
    }

    /** To an account whose id is known. */
    public static Invitation account(String id, Relation relation) {
        return new Invitation(id, null, null, relation, "", null, Terms.NONE, DEFAULT_TIME);
    }

    /** To somebody by address and name; whoever has no account yet can open one with it. */
    public static Invitation email(String email, String name, Relation relation) {
        return new Invitation(null, name, email, relation, "", null, Terms.NONE, DEFAULT_TIME);
    }

    public Invitation message(String text) {
        return new Invitation(account, name, email, relation, text, flow, terms, standsFor);
    }

    /** About one flow of the inviting side. */
    public Invitation flow(String id) {
        return new Invitation(account, name, email, relation, message, id, terms, standsFor);
    }

    public Invitation terms(Terms proposed) {
        return new Invitation(account, name, email, relation, message, flow, proposed, standsFor);
    }

    /** How long it may be accepted. */
    public Invitation standsFor(Duration time) {
        return new Invitation(account, name, email, relation, message, flow, terms, time);
    }

    /** Whom it means, without address or name. */
    @Override
    public String toString() {
        return "invitation as " + relation.text() + (account == null ? "" : " of account " + account);
    }
}
