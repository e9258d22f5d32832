package dev.sluice.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.http.Token;
import dev.sluice.http.TokenStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The stores of tokens that there are. */
class TokenStoresTest {
    @Nested
    class InMemory extends TokenStoreContract {
        private final TokenStore store = TokenStore.inMemory();

        @Override
        protected TokenStore store() {
            return store;
        }
    }

    @Nested
    class Sealed extends TokenStoreContract {
        private final Kept texts = new Kept();
        private final TokenStore store = TokenStore.sealed(texts, new SecretKeySpec(new byte[16], "AES"));

        @Override
        protected TokenStore store() {
            return store;
        }

        @Test
        void sealed_tokens_open_under_their_own_name_only() {
            Token token = new Token("access", "refresh", Instant.parse("2024-06-15T12:00:00Z"));
            store.save("a", token);

            assertThat(store.load("a")).isEqualTo(token);
            assertThat(texts.get("a")).doesNotContain("access", "refresh");
            texts.put("b", texts.get("a"));
            texts.put("c", "nonsense");
            assertThat(store.load("b")).isNull();
            assertThat(store.load("c")).isNull();
            store.save("a", null);
            assertThat(store.load("a")).isNull();
        }
    }

    @Nested
    class Texts extends TokenStoreTextsContract {
        private final Kept texts = new Kept();

        @Override
        protected TokenStore.Texts texts() {
            return texts;
        }
    }

    private static final class Kept implements TokenStore.Texts {
        private final Map<String, String> texts = new HashMap<>();

        @Override
        public @Nullable String get(String name) {
            return texts.get(name);
        }

        @Override
        public void put(String name, @Nullable String text) {
            if (text == null) {
                texts.remove(name);
            } else {
                texts.put(name, text);
            }
        }
    }
}
