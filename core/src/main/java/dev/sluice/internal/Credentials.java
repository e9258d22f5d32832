package dev.sluice.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The keys of one source, as hashes. Compares in a time that does not depend on where two keys differ. */
final class Credentials {
    private final List<byte[]> hashes;

    Credentials(List<String> keyHashes) {
        this.hashes = keyHashes.stream().map(HexFormat.of()::parseHex).toList();
    }

    /** True when the source has no keys, or {@code key} is one of them. */
    boolean accept(Optional<String> key) {
        if (hashes.isEmpty()) {
            return true;
        }
        byte[] given = Sha256.of(key.orElse("").getBytes(StandardCharsets.UTF_8));
        boolean found = false;
        for (byte[] hash : hashes) {
            found |= MessageDigest.isEqual(hash, given);
        }
        return found && key.isPresent();
    }
}
