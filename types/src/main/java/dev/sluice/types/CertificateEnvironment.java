package dev.sluice.types;

import java.util.Set;

/** Where certificates are issued; a host in production accepts those of {@link #PRODUCTION} only. */
public enum CertificateEnvironment {
    PRODUCTION("trustedform.com"),
    STAGING("staging.trustedform.com", "trustedform-staging.com"),
    DEVELOPMENT("trustedform-dev.com"),
    LOCAL("trustedform.localhost");

    private final Set<String> domains;

    CertificateEnvironment(String... domains) {
        this.domains = Set.of(domains);
    }

    /** Whether certificates or pings of this environment live at {@code host}. */
    public boolean issues(String host) {
        boolean issuer = host.startsWith("cert.") || host.startsWith("ping.");
        return issuer && domains.contains(host.substring("cert.".length()));
    }
}
