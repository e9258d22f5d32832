package dev.sluice.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/** Tokens under AES-GCM, with their name as associated data: a token moved to another name does not open. */
final class SealedTokens implements TokenStore {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String NOTHING = "";

    private final SecureRandom random = new SecureRandom();
    private final Texts texts;
    private final SecretKey key;

    SealedTokens(Texts texts, SecretKey key) {
        this.texts = texts;
        this.key = key;
    }

    /** A text that does not open is no token: a new one is asked for. */
    @Override
    public @Nullable Token load(String name) {
        String sealed = texts.get(name);
        try {
            return sealed == null ? null : opened(name, Base64.getDecoder().decode(sealed));
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            return null;
        }
    }

    private Token opened(String name, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE) {
            throw new IllegalArgumentException("too short");
        }
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        String text = new String(cipher.doFinal(sealed, NONCE, sealed.length - NONCE), StandardCharsets.UTF_8);
        String[] parts = text.split("\n", -1);
        return new Token(
                parts[1], parts[2].equals(NOTHING) ? null : parts[2], Instant.ofEpochSecond(Long.parseLong(parts[0])));
    }

    @Override
    public void save(String name, @Nullable Token token) {
        texts.put(name, token == null ? null : sealed(name, token));
    }

    private String sealed(String name, Token token) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        String text = token.expires().getEpochSecond() + "\n" + token.access() + "\n"
                + (token.refresh() == null ? NOTHING : token.refresh());
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            byte[] hidden = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE + hidden.length)
                            .put(nonce)
                            .put(hidden)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the token store is no AES key", e);
        }
    }
}
