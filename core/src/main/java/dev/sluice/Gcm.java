package dev.sluice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM under a random nonce, which stands before what it sealed. Finding a cipher and drawing a nonce cost more than short
 * texts do, so ciphers are used again and random bytes drawn for a hundred of them. Safe on any thread.
 */
final class Gcm {
    private static final int NONCE = 12;
    private static final int KEY = 32;
    private static final int TAG_BITS = 128;
    private static final Drawn NONCES = new Drawn(NONCE);
    private static final Drawn KEYS = new Drawn(KEY);

    private Gcm() {}

    /**
     * Ciphers that can be used again. One that has the same key as before need not make its schedule anew, so those for keys that are used
     * all the time stand apart from those for keys of leads.
     */
    enum Use {
        HOST,
        LEAD;

        private static final int IDLE = 64;
        private final Queue<Cipher> idle = new ArrayBlockingQueue<>(IDLE);

        private Cipher cipher() throws GeneralSecurityException {
            Cipher next = idle.poll();
            return next == null ? Cipher.getInstance("AES/GCM/NoPadding") : next;
        }
    }

    static byte[] seal(Use use, byte[] key, byte[] text, String about) {
        byte[] nonce = NONCES.next();
        try {
            Cipher cipher = use.cipher();
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(text.length));
            cipher.doFinal(text, 0, text.length, sealed, NONCE);
            use.idle.offer(cipher);
            return sealed;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("nothing can be sealed with this key", broken);
        }
    }

    static Optional<byte[]> open(Use use, byte[] key, byte[] sealed, String about) {
        if (sealed.length < NONCE) {
            return Optional.empty();
        }
        try {
            Cipher cipher = use.cipher();
            GCMParameterSpec nonce = new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE);
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), nonce);
            cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
            byte[] text = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
            use.idle.offer(cipher);
            return Optional.of(text);
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    /** Random bytes for a key. */
    static byte[] key() {
        return KEYS.next();
    }

    /** Random bytes, each of which is given once and not kept. */
    private static final class Drawn {
        private static final int AT_ONCE = 128;

        private final SecureRandom chance = new SecureRandom();
        private final int size;
        private final byte[] drawn;
        private int given;

        private Drawn(int size) {
            this.size = size;
            this.drawn = new byte[AT_ONCE * size];
            this.given = drawn.length;
        }

        synchronized byte[] next() {
            if (given == drawn.length) {
                chance.nextBytes(drawn);
                given = 0;
            }
            byte[] next = Arrays.copyOfRange(drawn, given, given + size);
            Arrays.fill(drawn, given, given + size, (byte) 0);
            given += size;
            return next;
        }
    }
}
