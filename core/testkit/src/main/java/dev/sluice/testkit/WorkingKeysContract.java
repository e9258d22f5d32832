package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.WorkingKeys;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every {@link WorkingKeys} keeps to; extend it, give one, and say how its key changes. */
public abstract class WorkingKeysContract {
    private static final byte[] TEXT = "what a lead still needs".getBytes(StandardCharsets.UTF_8);

    /** The keys, the same ones for all calls of a test. */
    protected abstract WorkingKeys keys();

    /** Makes another key the current one; nothing by default, for keys that never change. */
    protected void rotate() {}

    /** What is sealed opens again, if it is about the same. */
    @Test
    protected void what_the_current_key_seals_is_opened_by_its_name() {
        byte[] sealed = keys().current().seal(TEXT, "lead_1");
        WorkingKeys.Key named = keys().named(keys().current().id()).orElseThrow();

        assertThat(named.open(sealed, "lead_1"))
                .hasValueSatisfying(text -> assertThat(text).isEqualTo(TEXT));
        assertThat(named.open(sealed, "lead_2")).isEmpty();
    }

    /** Between two calls nothing changes by itself. */
    @Test
    protected void the_current_key_stays() {
        assertThat(keys().current().id()).isEqualTo(keys().current().id());
        assertThat(keys().current().bytes()).isEqualTo(keys().current().bytes());
    }

    /** Leads that it sealed are still open. */
    @Test
    protected void a_key_that_is_no_longer_current_is_found() {
        WorkingKeys.Key before = keys().current();
        byte[] sealed = before.seal(TEXT, "lead_1");

        rotate();

        assertThat(keys().named(before.id()).orElseThrow().open(sealed, "lead_1"))
                .hasValueSatisfying(text -> assertThat(text).isEqualTo(TEXT));
        assertThat(keys().named(keys().current().id())).isPresent();
    }

    /** What it sealed is gone, too. */
    @Test
    protected void a_key_that_nobody_knows_is_not_there() {
        assertThat(keys().named("nobody-knows-it")).isEmpty();
        HostileTexts.all().forEach(hostile -> assertThat(keys().named(hostile)).isEmpty());
    }

    /** Ids stand in columns; logs show keys. */
    @Test
    protected void an_id_is_short_and_tells_nothing_of_the_key() {
        WorkingKeys.Key key = keys().current();

        assertThat(key.id().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 255);
        assertThat(key.toString()).doesNotContain(new String(key.bytes(), StandardCharsets.ISO_8859_1));
    }
}
