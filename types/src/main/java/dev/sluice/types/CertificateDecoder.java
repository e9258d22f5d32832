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

    /** Without keys: an id of a fitting shape may be genuine, its type and age are unknown. */
    static CertificateDecoder withoutKeys() {
        return id -> Optional.of(Certificate.UNKNOWN);
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
