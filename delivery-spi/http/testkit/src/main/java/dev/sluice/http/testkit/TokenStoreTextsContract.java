package dev.sluice.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.http.TokenStore;
import org.junit.jupiter.api.Test;

/** What every place for the texts of sealed tokens keeps to; extend it and give one. */
public abstract class TokenStoreTextsContract {
    /** An empty place, the same one for all calls of a test. */
    protected abstract TokenStore.Texts texts();

    @Test
    protected void what_was_never_put_is_not_there() {
        assertThat(texts().get("crm")).isNull();
    }

    @Test
    protected void a_text_is_got_as_it_was_put_under_its_name() {
        String sealed = "AZaz09+/=".repeat(1_000);
        texts().put("crm", sealed);
        texts().put("other", "b");

        assertThat(texts().get("crm")).isEqualTo(sealed);
        assertThat(texts().get("other")).isEqualTo("b");
        assertThat(texts().get("CRM")).isNull();
    }

    @Test
    protected void the_last_text_counts_and_none_forgets_it() {
        texts().put("crm", "older");
        texts().put("crm", "newer");
        assertThat(texts().get("crm")).isEqualTo("newer");

        texts().put("crm", null);
        texts().put("never-there", null);
        assertThat(texts().get("crm")).isNull();
    }
}
