package dev.sluice.http.testkit;

import dev.sluice.http.TokenStore;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

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
        private final TokenStore store = TokenStore.sealed(new Kept(), new SecretKeySpec(new byte[16], "AES"));

        @Override
        protected TokenStore store() {
            return store;
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
