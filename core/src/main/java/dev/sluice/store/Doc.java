package dev.sluice.store;

import static java.util.Objects.requireNonNull;

/**
 * A small document that is read and replaced as a whole.
 *
 * @param key where it is kept
 * @param version counted up by whoever writes it
 * @param body text, usually JSON
 */
public record Doc(DocKey key, long version, String body) {
    public Doc {
        requireNonNull(key, "key");
        requireNonNull(body, "body");
    }
}
