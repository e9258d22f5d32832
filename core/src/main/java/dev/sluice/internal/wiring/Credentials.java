package dev.sluice.internal.wiring;

import dev.sluice.Authentication;
import dev.sluice.flow.SourceKey;
import dev.sluice.internal.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of one source, as hashes. Compares in a time that does not depend on where two keys differ. */
final class Credentials {
    private final List<Known> keys;

    private record Known(byte[] hash, @Nullable Instant expiresAt) {
        boolean isOver(Instant now) {
            return expiresAt != null && !now.isBefore(expiresAt);
        }
    }

    Credentials(List<SourceKey> keys) {
        this.keys = keys.stream()
                .map(key -> new Known(HexFormat.of().parseHex(key.hash()), key.expiresAt()))
                .toList();
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    Authentication check(Optional<String> credential, Instant now) {
        byte[] given = Sha256.of(credential.orElse("").getBytes(StandardCharsets.UTF_8));
        boolean valid = false;
        boolean over = false;
        for (Known key : keys) {
            boolean same = MessageDigest.isEqual(key.hash(), given);
            valid |= same & !key.isOver(now);
            over |= same & key.isOver(now);
        }
        if (credential.isEmpty() || !valid && !over) {
            return Authentication.REFUSED;
        }
        return valid ? Authentication.ACCEPTED : Authentication.EXPIRED;
    }
}
