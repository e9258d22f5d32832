package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server lets somebody in by.
 *
 * @param access the token that requests carry
 * @param refresh the token that buys a new one; null when there is none
 * @param expires when the access ends
 */
public record Token(String access, @Nullable String refresh, Instant expires) {
    public Token {
        requireNonNull(access, "access");
        requireNonNull(expires, "expires");
    }

    /** When it ends, and nothing else. */
    @Override
    public String toString() {
        return "token until " + expires;
    }
}
