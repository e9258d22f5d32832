package dev.sluice.partner;

import static dev.sluice.partner.Standing.BUYER;
import static dev.sluice.partner.Standing.SOURCE;
import static dev.sluice.partner.UserRole.EDITOR;
import static dev.sluice.partner.UserRole.EXPORTER;
import static dev.sluice.partner.UserRole.OWNER;
import static dev.sluice.partner.UserRole.READER;

import java.util.Locale;
import java.util.Set;

/**
 * What somebody may want to do with what belongs to an account, and who may: which of its own people, and which partners.
 * Whoever else is a partner, or was one, is told that it is forbidden where the connection itself tells him of the thing;
 * for all others the thing does not exist.
 */
public enum Operation {
    SUBMIT_LEAD_TO_OWN_FLOW(Set.of(OWNER, EDITOR), Set.of(), Known.NO),
    SUBMIT_LEAD_TO_PARTNER_FLOW(Set.of(), Set.of(SOURCE), Known.YES),
    READ_OWN_LEAD(Set.of(OWNER, EDITOR, READER, EXPORTER), Set.of(), Known.NO),
    READ_PARTNER_LEAD_IT_SENT(Set.of(OWNER, EDITOR, READER, EXPORTER), Set.of(SOURCE), Known.NO),
    /** The lead is another's, even for the people of the account that it was not sent by. */
    READ_PARTNER_LEAD_IT_DID_NOT_SEND(Set.of(), Set.of(), Known.NOBODY),
    READ_EVENT_OF_A_BUYER_STEP(Set.of(OWNER, EDITOR, READER, EXPORTER), Set.of(), Known.NO),
    SEE_PRICE_PAID_BY_ANOTHER_PARTY(Set.of(OWNER, EDITOR, READER, EXPORTER), Set.of(), Known.NO),
    /** Credentials are kept as hashes: nobody sees them. */
    SEE_CREDENTIAL_OF_A_STEP(Set.of(), Set.of(), Known.NO),
    SEND_FEEDBACK_ON_LEAD_IT_RECEIVED(Set.of(OWNER, EDITOR), Set.of(BUYER), Known.NO),
    SEND_FEEDBACK_ON_LEAD_IT_DID_NOT_RECEIVE(Set.of(), Set.of(), Known.NOBODY),
    EXPORT_EVENTS(Set.of(OWNER, EXPORTER), Set.of(), Known.NO),
    READ_FLOW_DEFINITION(Set.of(OWNER, EDITOR, READER, EXPORTER), Set.of(), Known.NO),
    CHANGE_FLOW(Set.of(OWNER, EDITOR), Set.of(), Known.NO),
    CHANGE_CAP(Set.of(OWNER, EDITOR), Set.of(), Known.NO),
    ERASE_SUBJECT(Set.of(OWNER), Set.of(), Known.NO),
    READ_AUDIT_LOG(Set.of(OWNER, READER, EXPORTER), Set.of(), Known.NO),
    /** The invitation is another's: its inviter knows of it, and cannot say yes for the invited. */
    ACCEPT_INVITATION_FOR_ANOTHER_ACCOUNT(Set.of(), Set.of(), Known.NO),
    REVOKE_CONNECTION(Set.of(OWNER), Set.of(SOURCE, BUYER), Known.YES);

    /** Who knows that the thing is there although he may not do this. */
    private enum Known {
        /** The account's own people only. */
        NO,
        /** Partners, former and future ones too. */
        YES,
        /** Not even the account's own people. */
        NOBODY
    }

    private final Set<UserRole> people;
    private final Set<Standing> partners;
    private final Known known;

    Operation(Set<UserRole> people, Set<Standing> partners, Known known) {
        this.people = people;
        this.partners = partners;
        this.known = known;
    }

    /** What one of the account's own people is answered. */
    Verdict of(UserRole role) {
        if (people.contains(role)) {
            return Verdict.ALLOW;
        }
        return known == Known.NOBODY ? Verdict.NOT_FOUND : Verdict.FORBIDDEN;
    }

    /** What somebody of another account is answered. */
    Verdict of(Standing standing) {
        if (partners.contains(standing)) {
            return Verdict.ALLOW;
        }
        return known == Known.YES && standing != Standing.STRANGER ? Verdict.FORBIDDEN : Verdict.NOT_FOUND;
    }

    /** The words for people: {@code read own lead}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
