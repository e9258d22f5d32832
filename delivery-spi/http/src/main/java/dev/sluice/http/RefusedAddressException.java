package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import java.net.UnknownHostException;

/** An address that nothing may be sent to. */
public final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    RefusedAddressException(Refusal refusal) {
        super(refusal.text());
        this.refusal = requireNonNull(refusal, "refusal");
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }

    /** Why an address is refused. */
    public enum Refusal {
        /** There is none. */
        MISSING("URL is required", "url_missing"),
        /** No address of the web, or one that two readers may read differently. */
        INVALID("URL must be valid", "url_invalid"),
        /** An address inside a network, or one that the registries keep for a purpose. */
        NOT_PUBLIC("URL must be public", "url_not_public"),
        /** A name or password stands in the address: use the settings for them. */
        CREDENTIALS("URL must be valid: put credentials into their own settings", "url_credentials"),
        /** Neither 80, 443 nor 8443, and not allowed by the host. */
        PORT("URL must be public: its port is not allowed", "url_port");

        private final String text;
        private final String code;

        Refusal(String text, String code) {
            this.text = text;
            this.code = code;
        }

        /** What is wrong, without the address. */
        public String text() {
            return text;
        }

        /** Stable, lower-case with underscores. */
        public String code() {
            return code;
        }
    }
}
