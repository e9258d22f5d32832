package dev.sluice.partner;

/** Why something was not done. Ids of others and ids that do not exist get the same answer. */
public enum Refused {
    /** There is no such thing, or none that the asker may know of. */
    NOT_FOUND("No such connection or account"),
    /** It is there, and the asker's role or the relation does not allow it. */
    FORBIDDEN("Not allowed"),
    /** The invitation's time is over; it may be sent again. */
    EXPIRED("The invitation has expired"),
    /** The invitation was answered or taken back. */
    ALREADY_ANSWERED("The invitation is no longer open"),
    /** Name or address of the account are not those of the invitation. */
    MISMATCH("The account is not the one that was invited"),
    /** These two are connected, or one has asked the other. */
    ALREADY_CONNECTED("There is a connection or an open invitation already"),
    /** The connection is in another state. */
    NOT_NOW("The connection is not in a state for this"),
    /** An account of this plan cannot do this. */
    PLAN("The account's plan does not include this"),
    /** The account's id is taken. */
    TAKEN("The account exists already");

    private final String text;

    Refused(String text) {
        this.text = text;
    }

    /** The sentence for people. */
    public String text() {
        return text;
    }
}
