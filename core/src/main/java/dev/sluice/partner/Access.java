package dev.sluice.partner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what with what belongs to an account. A host asks before it shows or does anything for somebody. Accounts that
 * do not exist and accounts that the asker has nothing to do with get the same answers. Safe on any thread; asks the store
 * each time.
 */
public final class Access {
    private final Ledger ledger;

    Access(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The answer to somebody.
     *
     * @param who empty for somebody without a credential, or with one that is over: he is told that it is forbidden,
     *     whatever he asks for, existing or not
     * @param account whose flow, lead, event or connection it is
     */
    public Verdict of(Optional<Actor> who, Operation operation, String account) {
        if (who.isEmpty()) {
            return Verdict.FORBIDDEN;
        }
        Actor actor = who.get();
        if (actor.account().equals(account)) {
            return operation.of(actor.role());
        }
        List<Verdict> verdicts = new ArrayList<>();
        standings(actor.account(), account).forEach(standing -> verdicts.add(operation.of(standing)));
        Verdict best = verdicts.stream().min(Verdict::compareTo).orElse(Verdict.NOT_FOUND);
        boolean may = operation != Operation.REVOKE_CONNECTION || actor.role() == UserRole.OWNER;
        return best == Verdict.ALLOW && !may ? Verdict.FORBIDDEN : best;
    }

    /** How {@code account} stands to the owner; several ways when leads may pass both ways. */
    private Set<Standing> standings(String account, String owner) {
        Instant now = ledger.now();
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        for (Bond bond : ledger.bonds(account)) {
            if (bond.joins(account, owner)) {
                standings.addAll(standing(bond, account, owner, now));
            }
        }
        return standings.isEmpty() ? EnumSet.of(Standing.STRANGER) : standings;
    }

    private static Set<Standing> standing(Bond bond, String account, String owner, Instant now) {
        return switch (bond.stateAt(now)) {
            case ACTIVE -> active(bond, account, owner);
            case PAUSED, REVOKED -> EnumSet.of(Standing.FORMER);
            case PENDING -> EnumSet.of(Standing.PENDING);
            case DECLINED, CANCELLED, EXPIRED -> EnumSet.of(Standing.STRANGER);
        };
    }

    private static Set<Standing> active(Bond bond, String account, String owner) {
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        if (bond.maySend(account)) {
            standings.add(Standing.SOURCE);
        }
        if (bond.maySend(owner)) {
            standings.add(Standing.BUYER);
        }
        return standings;
    }
}
