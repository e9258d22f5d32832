package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.CertificateDecoder;
import org.junit.jupiter.api.Test;

/** What every {@link CertificateDecoder} keeps to; extend it, give one, and an id that it knows. */
public abstract class CertificateDecoderContract {
    /** The decoder. */
    protected abstract CertificateDecoder decoder();

    /** A genuine id. */
    protected abstract String genuine();

    /** What it is for. */
    @Test
    protected void a_genuine_id_is_decoded() {
        assertThat(decoder().decode(genuine())).isPresent();
    }

    /** It makes the value invalid. */
    @Test
    protected void what_is_no_id_is_not() {
        assertThat(decoder().decode("")).isEmpty();
        assertThat(decoder().decode("no id")).isEmpty();
    }

    /** The type and the moment do not change. */
    @Test
    protected void the_same_id_says_the_same() {
        assertThat(decoder().decode(genuine())).isEqualTo(decoder().decode(genuine()));
    }

    /** It never throws and is never null. */
    @Test
    protected void hostile_ids_have_an_answer() {
        HostileTexts.all()
                .forEach(hostile -> assertThat(decoder().decode(hostile)).isNotNull());
    }

    /** Leads are parsed at once. */
    @Test
    protected void threads_get_the_same() {
        assertThat(Race.run(8, runner -> () -> decoder().decode(genuine())))
                .containsOnly(decoder().decode(genuine()));
    }
}
