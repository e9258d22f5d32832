package dev.sluice.partner;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes what opens invitations and proves senders: the connection's id, a dot, and 160 random bits. */
final class Secrets {
    private static final int BYTES = 20;

    private final RandomGenerator random;

    /** @param random one that cannot be foretold */
    Secrets(RandomGenerator random) {
        this.random = random;
    }

    String of(String connection) {
        return connection + "." + bits();
    }

    String bits() {
        byte[] bits = new byte[BYTES];
        synchronized (random) {
            random.nextBytes(bits);
        }
        return HexFormat.of().formatHex(bits);
    }

    /** The connection that a secret is about; empty for what is no secret of ours. */
    static Optional<String> connection(String secret) {
        int dot = secret.lastIndexOf('.');
        return dot < 1 ? Optional.empty() : Optional.of(secret.substring(0, dot));
    }
}
