package dev.sluice.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Gives secrets by name. Settings name them as {@code {name}} in headers, queries, addresses and credentials, and anywhere as
 * {@code {{secret.name}}}. Asked at each delivery, so that a new value counts at once; safe on any thread.
 */
@FunctionalInterface
public interface Secrets {

    /** The secret {@code name}; null when there is none. */
    @Nullable String secret(String name);

    /** No secrets. */
    static Secrets none() {
        return name -> null;
    }
}
