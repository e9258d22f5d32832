package dev.sluice;

/** What an authenticator says of a source that wants in. */
public enum Authentication {
    /** It is who it says. */
    ACCEPTED,
    /** No credential, or a wrong one. */
    REFUSED,
    /** The credential was right once. */
    EXPIRED,
    /** The credential is right but may be used once, and was. */
    REPLAYED
}
