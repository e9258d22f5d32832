package dev.sluice.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.http.Token;
import dev.sluice.http.TokenStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link TokenStore} keeps to; extend it and give one. */
public abstract class TokenStoreContract {
    private static final Token TOKEN = new Token("access", "refresh", Instant.parse("2026-01-05T15:00:00Z"));

    /** An empty store, the same one for all calls of a test. */
    protected abstract TokenStore store();

    @Test
    protected void what_was_never_saved_is_not_there() {
        assertThat(store().load("crm")).isNull();
    }

    @Test
    protected void a_token_is_loaded_as_it_was_saved_under_its_name() {
        store().save("crm", TOKEN);
        store().save("other", new Token("a", null, Instant.EPOCH));

        assertThat(store().load("crm")).isEqualTo(TOKEN);
        assertThat(store().load("other")).isEqualTo(new Token("a", null, Instant.EPOCH));
        assertThat(store().load("CRM")).isNull();
    }

    @Test
    protected void the_last_token_counts_and_none_forgets_it() {
        store().save("crm", TOKEN);
        store().save("crm", new Token("newer", "refresh", Instant.parse("2027-01-05T15:00:00Z")));
        assertThat(store().load("crm")).isEqualTo(new Token("newer", "refresh", Instant.parse("2027-01-05T15:00:00Z")));

        store().save("crm", null);
        store().save("never-there", null);
        assertThat(store().load("crm")).isNull();
    }

    @Test
    protected void odd_names_are_names() {
        for (String name : new String[] {"", "a/../b", "x".repeat(300), "\u0000", "\u00fc"}) {
            store().save(name, TOKEN);
            assertThat(store().load(name)).isEqualTo(TOKEN);
        }
    }
}
