package dev.sluice.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens over restarts, by the name of the credentials that they belong to. Safe on any thread. What a host writes down
 * should be sealed: see {@link #sealed}.
 */
public interface TokenStore {

    /** The token kept under {@code name}; null when there is none. */
    @Nullable Token load(String name);

    /** Keeps {@code token} under {@code name}; null forgets it. */
    void save(String name, @Nullable Token token);

    /** A store that ends with the process. */
    static TokenStore inMemory() {
        Map<String, Token> tokens = new ConcurrentHashMap<>();
        return new TokenStore() {
            @Override
            public @Nullable Token load(String name) {
                return tokens.get(name);
            }

            @Override
            public void save(String name, @Nullable Token token) {
                if (token == null) {
                    tokens.remove(name);
                } else {
                    tokens.put(name, token);
                }
            }
        };
    }

    /** A store that keeps tokens in {@code texts} of the host, encrypted with {@code key} (AES) and bound to their name. */
    static TokenStore sealed(Texts texts, SecretKey key) {
        return new SealedTokens(texts, key);
    }

    /** A place for texts of the host: a table, a file. */
    interface Texts {
        /** The text under {@code name}; null when there is none. */
        @Nullable String get(String name);

        /** Keeps a text; null forgets it. */
        void put(String name, @Nullable String text);
    }
}
