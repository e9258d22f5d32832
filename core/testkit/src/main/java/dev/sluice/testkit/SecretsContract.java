package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Secrets;
import org.junit.jupiter.api.Test;

/** What every {@link Secrets} keeps to; extend it, give one, and the name of a secret that it has. */
public abstract class SecretsContract {
    /** The secrets, the same ones for all calls of a test. */
    protected abstract Secrets secrets();

    /** The name of one. */
    protected abstract String known();

    /** What it is for. */
    @Test
    protected void a_secret_is_found_by_its_name() {
        assertThat(secrets().secret(known())).isNotBlank().isEqualTo(secrets().secret(known()));
    }

    /** Names are exact; what is not there is null and no fault. */
    @Test
    protected void what_is_not_there_is_null() {
        assertThat(secrets().secret("nobody-knows-it")).isNull();
        assertThat(secrets().secret(known() + "x")).isNull();
        HostileTexts.all()
                .forEach(hostile -> assertThat(secrets().secret(hostile)).isNull());
    }

    /** Logs show objects. */
    @Test
    protected void it_does_not_tell_secrets_in_words() {
        assertThat(secrets().toString()).doesNotContain(secrets().secret(known()));
    }

    /** Deliveries ask at once. */
    @Test
    protected void threads_get_the_same() {
        assertThat(Race.run(8, runner -> () -> String.valueOf(secrets().secret(known()))))
                .containsOnly(secrets().secret(known()));
    }
}
