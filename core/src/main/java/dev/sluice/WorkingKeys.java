package dev.sluice;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of the host that seal what unfinished leads still need and the log may not have: secret values. A key that is no
 * longer current must be found as long as leads that it sealed are open. Methods may be called from any thread.
 */
public interface WorkingKeys {

    /** The key that seals from now on. */
    Key current();

    /** The key with this id; empty when it is gone, and what it sealed with it. */
    Optional<Key> named(String id);

    /** One key for all time. */
    static WorkingKeys of(String id, byte[] bytes) {
        Key only = new Key(id, bytes);
        return new WorkingKeys() {
            @Override
            public Key current() {
                return only;
            }

            @Override
            public Optional<Key> named(String name) {
                return name.equals(only.id()) ? Optional.of(only) : Optional.empty();
            }
        };
    }

    /**
     * A key for AES.
     *
     * @param id unique for all time, at most 255 bytes in UTF-8
     * @param bytes 16, 24 or 32 of them; not copied
     */
    record Key(String id, byte[] bytes) {
        private static final SecureRandom CHANCE = new SecureRandom();
        private static final int NONCE = 12;
        private static final int TAG_BITS = 128;

        public Key {
            requireNonNull(id, "id");
            if (bytes.length != 16 && bytes.length != 24 && bytes.length != 32) {
                throw new IllegalArgumentException("a key has 16, 24 or 32 bytes, not " + bytes.length);
            }
        }

        /**
         * Encrypts {@code text} with AES-GCM under a nonce of its own, which stands before it. It opens only with the same
         * {@code about}: say there to whom it belongs.
         */
        public byte[] seal(byte[] text, String about) {
            byte[] nonce = new byte[NONCE];
            CHANCE.nextBytes(nonce);
            try {
                Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, about);
                byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(text.length));
                cipher.doFinal(text, 0, text.length, sealed, NONCE);
                return sealed;
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("nothing can be sealed with " + this, broken);
            }
        }

        /** What was sealed; empty when it was sealed with another key, about something else, or was changed. */
        public Optional<byte[]> open(byte[] sealed, String about) {
            if (sealed.length < NONCE) {
                return Optional.empty();
            }
            try {
                Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), about);
                return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
            } catch (GeneralSecurityException foreign) {
                return Optional.empty();
            }
        }

        private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
            return cipher;
        }

        /** Without the bytes. */
        @Override
        public String toString() {
            return "key " + id;
        }
    }
}
