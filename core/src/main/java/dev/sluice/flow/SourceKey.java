package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that a source may prove itself by, as its hash.
 *
 * @param hash SHA-256 of the key, in hex
 * @param expiresAt from when on it is refused; null for never
 */
public record SourceKey(String hash, @Nullable Instant expiresAt) {
    public SourceKey {
        requireNonNull(hash, "hash");
    }

    /** A key that never expires. */
    public static SourceKey of(String hash) {
        return new SourceKey(hash, null);
    }
}
