package dev.sluice;

/** Why a lead or a ping was not let in at all. Nothing of it is recorded. */
public enum Refusal {
    FLOW_DISABLED("Flow is disabled"),
    SOURCE_UNKNOWN("Source is unknown"),
    SOURCE_DISABLED("Source is disabled"),
    /** No credential, or one that is not the source's. */
    NOT_AUTHENTICATED("Source is not authenticated"),
    /** The credential was the source's once. */
    CREDENTIAL_EXPIRED("Credential has expired"),
    /** The credential may be used once, and was. */
    CREDENTIAL_REPLAYED("Credential was used before"),
    /** The host's authenticator threw, took too long or gave no answer. */
    AUTHENTICATOR_FAILED("Source could not be authenticated"),
    /** A value is larger than is kept. */
    VALUE_TOO_LONG("Value is too long"),
    /** The submission key is blank, too long, or holds other than visible ASCII characters. */
    SUBMISSION_KEY_INVALID("Submission key is invalid"),
    /** The submission key was used so long ago that its answer is no longer given. */
    SUBMISSION_KEY_EXPIRED("Submission key has expired"),
    /** The flow answers no pings. */
    PINGS_DISABLED("Pings are not enabled"),
    /** A router has no route for it. */
    NO_ROUTE("No route for this lead");

    private final String reason;

    Refusal(String reason) {
        this.reason = reason;
    }

    /** The sentence in answers. */
    public String reason() {
        return reason;
    }
}
