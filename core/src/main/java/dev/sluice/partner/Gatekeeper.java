package dev.sluice.partner;

import dev.sluice.Authentication;
import dev.sluice.SourceAuthenticator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets partners in: by a key of their connection, or as a delivery within this process. Asks the store each time, so that
 * what is revoked is shut out at once.
 */
final class Gatekeeper implements SourceAuthenticator {
    private final Ledger ledger;
    private final String pass;
    private final SourceAuthenticator others;

    /**
     * @param pass what deliveries within this process show; nobody else knows it
     * @param others who judges sources that are no partners
     */
    Gatekeeper(Ledger ledger, String pass, SourceAuthenticator others) {
        this.ledger = ledger;
        this.pass = pass;
        this.others = others;
    }

    @Override
    public Authentication authenticate(Attempt attempt) {
        return attempt.partner().isEmpty()
                ? others.authenticate(attempt)
                : attempt.credential()
                        .flatMap(shown -> judged(attempt, attempt.partner().get(), shown))
                        .orElse(Authentication.REFUSED);
    }

    /** The credential of a delivery within this process. */
    static String credential(String connection, String pass) {
        return connection + "." + pass;
    }

    private Optional<Authentication> judged(Attempt attempt, String partner, String shown) {
        return Secrets.connection(shown)
                .flatMap(ledger::bond)
                .filter(bond -> bond.joins(partner, attempt.account()) && bond.maySend(partner))
                .filter(bond -> bond.stateAt(ledger.now()) == ConnectionState.ACTIVE)
                .map(bond -> proof(bond, partner, shown));
    }

    private Authentication proof(Bond bond, String partner, String shown) {
        if (same(shown, credential(bond.id(), pass))) {
            return Authentication.ACCEPTED;
        }
        Instant now = ledger.now();
        return bond.key(partner, shown)
                .map(key -> key.isOver(now) ? Authentication.EXPIRED : Authentication.ACCEPTED)
                .orElse(Authentication.REFUSED);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
