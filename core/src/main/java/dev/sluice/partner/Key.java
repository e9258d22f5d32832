package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A secret as it is kept: its hash, who may use it, and until when.
 *
 * @param holder the account that may use it
 * @param hash SHA-256 in hex
 * @param issuedAt when it was made
 * @param expiresAt from when it is of no use; null for never
 */
record Key(
        String holder,
        String hash,
        Instant issuedAt,
        @Nullable Instant expiresAt) {
    Key {
        requireNonNull(holder, "holder");
        requireNonNull(hash, "hash");
        requireNonNull(issuedAt, "issuedAt");
    }

    /** Compares in a time that does not depend on where the two differ. */
    boolean fits(String secret) {
        return MessageDigest.isEqual(bytes(hash), bytes(hash(secret)));
    }

    boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** This key, of no use from {@code moment} on at the latest. */
    Key until(Instant moment) {
        return expiresAt != null && expiresAt.isBefore(moment) ? this : new Key(holder, hash, issuedAt, moment);
    }

    static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
