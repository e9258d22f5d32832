package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.audit.SealSigner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link SealSigner} keeps to; extend it and give one. */
public abstract class SealSignerContract {
    private static final byte[] SEAL = "1..500 of 2026-01-05".getBytes(StandardCharsets.UTF_8);

    /** The signer, the same one for all calls of a test. */
    protected abstract SealSigner signer();

    /** What was signed is known again. */
    @Test
    protected void its_own_signature_is_known() {
        assertThat(signer().isSigned(signer().key(), SEAL, signer().sign(SEAL))).isTrue();
        assertThat(signer().isSigned(signer().key(), new byte[0], signer().sign(new byte[0])))
                .isTrue();
    }

    /** Every bit of it counts. */
    @Test
    protected void a_seal_that_was_changed_is_not_signed() {
        byte[] signature = signer().sign(SEAL);
        for (int bit = 0; bit < SEAL.length * 8; bit++) {
            assertThat(signer().isSigned(signer().key(), flipped(SEAL, bit), signature))
                    .isFalse();
        }
    }

    /** Nor what only looks like a signature. */
    @Test
    protected void a_signature_that_was_changed_signs_nothing() {
        byte[] signature = signer().sign(SEAL);
        List<byte[]> wrong = List.of(
                new byte[0],
                new byte[signature.length],
                flipped(signature, 0),
                flipped(signature, 9),
                Arrays.copyOf(signature, signature.length - 1),
                Arrays.copyOf(signature, signature.length + 1));
        for (byte[] each : wrong) {
            assertThat(signer().isSigned(signer().key(), SEAL, each)).isFalse();
        }
    }

    /** It answers for keys that it has. */
    @Test
    protected void another_key_signs_nothing() {
        byte[] signature = signer().sign(SEAL);

        assertThat(signer().isSigned(signer().key() + "x", SEAL, signature)).isFalse();
        assertThat(signer().isSigned("", SEAL, signature)).isFalse();
    }

    /** It stands in every seal. */
    @Test
    protected void its_key_has_a_name() {
        assertThat(signer().key()).isNotBlank().isEqualTo(signer().key());
    }

    /** Seals are made and checked at once. */
    @Test
    protected void threads_may_sign_at_once() {
        assertThat(Race.run(8, runner -> () -> {
                    byte[] seal = ("seal " + runner).getBytes(StandardCharsets.UTF_8);
                    return signer().isSigned(signer().key(), seal, signer().sign(seal));
                }))
                .containsOnly(true);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }
}
