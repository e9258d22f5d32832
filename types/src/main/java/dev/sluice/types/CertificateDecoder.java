package dev.sluice.types;

import java.time.Instant;
import java.util.Optional;

/**
 * Knows what a certificate id of a {@code trustedform_url} says. Ids are encrypted; whoever holds the keys supplies this.
 * Implementations are safe on any thread, never block and never throw.
 */
@FunctionalInterface
public interface CertificateDecoder {

    /** Decodes {@code certificateId}; empty when it is no genuine id, which makes the value invalid. */
    Optional<Certificate> decode(String certificateId);

    /** Without keys: an id that starts with {@code 0.} or has at least 40 characters may be genuine, its type and age are unknown. */
    static CertificateDecoder withoutKeys() {
        return id -> id.startsWith("0.") || id.length() >= 40 ? Optional.of(Certificate.UNKNOWN) : Optional.empty();
    }

    /**
     * What an id says.
     *
     * @param type where the certificate was made; empty when unknown
     * @param createdAt when it was made; empty when unknown, it then counts as not expired
     */
    record Certificate(Optional<Type> type, Optional<Instant> createdAt) {
        /** A certificate of which nothing is known. */
        public static final Certificate UNKNOWN = new Certificate(Optional.empty(), Optional.empty());
    }

    /** Where certificates are made. */
    enum Type {
        WEB,
        MOBILE,
        FACEBOOK,
        MASKED
    }
}
