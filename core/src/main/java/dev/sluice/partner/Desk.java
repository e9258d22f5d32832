package dev.sluice.partner;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests about connections come in: who asks, for which connection, and whether he may. */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.partner");

    private final Ledger ledger;
    private final Notifier notifier;
    private final Secrets secrets;

    Desk(Ledger ledger, Notifier notifier, Secrets secrets) {
        this.ledger = ledger;
        this.notifier = notifier;
        this.secrets = secrets;
    }

    Ledger ledger() {
        return ledger;
    }

    Secrets secrets() {
        return secrets;
    }

    Instant now() {
        return ledger.now();
    }

    /** A connection that the asker's account is part of; all others are not there. */
    Answer<Bond> bond(Actor who, String id) {
        return ledger.bond(id)
                .filter(bond -> bond.joins(who.account()))
                .map(Answer::of)
                .orElse(Answer.no(Refused.NOT_FOUND));
    }

    /** Changes a connection for an owner of one of its sides. */
    Answer<Connection> change(Actor who, String id, Function<Bond, Answer<Move>> decide) {
        return audited(who, id, ledger.change(id, who, bond -> {
            if (!bond.joins(who.account())) {
                return Answer.no(Refused.NOT_FOUND);
            }
            return who.role() == UserRole.OWNER ? decide.apply(bond) : Answer.no(Refused.FORBIDDEN);
        }));
    }

    /** What the asker sees of a change; a refusal stands in the log of his account. */
    Answer<Connection> audited(Actor who, String id, Answer<Bond> changed) {
        changed.refused().ifPresent(why -> ledger.refused(who, id, why));
        return changed.then(bond -> Answer.of(bond.view(who.account(), now())));
    }

    /** Tells the side that {@code from} is not. */
    void tell(Bond bond, String from, Notice.Kind kind) {
        Optional<String> other = bond.other(from);
        Optional<String> email = other.flatMap(ledger::account).map(Account::email);
        tell(new Notice(kind, bond.id(), from, other, email, "", null, bond.endsAt()));
    }

    void tell(Notice notice) {
        try {
            notifier.tell(notice);
        } catch (RuntimeException failure) {
            LOG.warn("the notifier failed with {} at {}", failure.getClass().getName(), notice);
        }
    }
}
